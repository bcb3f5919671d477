import { readSet, recogniseSet } from '@/lib/data/sets/read-set';
import { decodeSharp } from '../../data/decode-sharp';
import type { NamedBytes } from './good-files';
import type { Reading } from './reading';

/**
 * Reads a data set for `npm run check:readers`: its classes, shape and labels stand for an architecture, its images for
 * weights. A set that isn't whole, or from which images were passed over, was refused in a sentence.
 */
export async function readSmallSet(files: readonly NamedBytes[]): Promise<Reading> {
  const chosen = files.map(({ name, bytes }) => ({ name, file: new Blob([new Uint8Array(bytes)]) }));
  const recognised = await recogniseSet(chosen);
  if (!recognised.ok) return { refused: recognised.problem.sentence };
  const { natural, count } = recognised.value.plan;
  const shape = natural && natural[0] * natural[1] <= 1 << 12 ? natural : ([8, 8, 3] as const);
  const reading = readSet(
    recognised.value,
    { shape, fit: 'crop' },
    decodeSharp,
    new AbortController().signal,
  );
  let step = await reading.next();
  while (!step.done) step = await reading.next();
  const { set, problem } = step.value;
  if (problem) return { refused: problem.sentence };
  if (!set) return { threw: `nothing of ${count} images, and no sentence` };
  if (set.notes.length > 0) return { refused: set.notes[0] };
  if (set.labels.some((label) => label >= set.classes.length)) return { threw: 'a label of no class' };
  const { classes, labels, splits } = set;
  return {
    architecture: JSON.stringify({ classes: classes.length, shape: set.shape, count: set.count }),
    values: [Float32Array.from(set.pixels), Float32Array.from(labels), Float32Array.from(splits)],
  };
}
