/** Reads networks and data sets one after the other for `npm run check:readers`, in a process that can be ended. */

import { crc32 } from '@/lib/data/crc32';
import { allNotes } from '@/lib/data/sets/look/odd';
import { readSet, recogniseSet } from '@/lib/data/sets/read-set';
import { readNetwork } from '@/lib/interchange/read-network';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { checkWeights } from '@/lib/network/check-weights';
import { listParameters } from '@/lib/network/weights';
import { must } from '@/lib/result';
import { decodeSharp } from '../../data/decode-sharp';
import type { NamedBytes } from './good-files';

/** What was read: a network as plain data, or the sentence that refuses it. */
export type Reading =
  | { readonly refused: string }
  | { readonly architecture: string; readonly values: readonly Float32Array[] }
  | { readonly threw: string };

/** What is read, and from what. */
export interface Asked {
  readonly what: 'network' | 'set';
  readonly files: readonly NamedBytes[];
}

async function read({ what, files }: Asked): Promise<Reading> {
  try {
    if (what === 'set') return await readSmallSet(files);
    const opened = await readNetwork(
      files.map(({ name, bytes }) => ({
        name,
        size: bytes.length,
        bytes: async () => new Uint8Array(bytes),
      })),
    );
    if (!opened.ok) return { refused: opened.problem.sentence };
    const { architecture, weights } = opened.value;
    const pipeline = must(buildPipeline(architecture));
    must(checkWeights(pipeline, weights));
    const lacking = pipeline.stages.find((stage) => (stage.weights !== null) !== stage.id in weights);
    if (lacking) return { threw: `weights of ${lacking.id}` };
    return {
      architecture: JSON.stringify({ ...architecture, name: '', classes: architecture.classes.length }),
      values: listParameters(weights).map(([, { values }]) => values),
    };
  } catch (error) {
    return { threw: String(error) };
  }
}

process.on('message', async (asked: Asked) => process.send?.(await read(asked)));

/**
 * Reads a data set for `npm run check:readers`: its classes, shape and labels stand for an architecture, its images for
 * weights. A set that isn't whole, or from which images were passed over, was refused in a sentence.
 */
async function readSmallSet(files: readonly NamedBytes[]): Promise<Reading> {
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
  const [note] = allNotes(set);
  if (note) return { refused: note };
  if (set.labels.some((label) => label >= set.classes.length)) return { threw: 'a label of no class' };
  const { classes, labels, splits } = set;
  // By name: one class more gives those behind it another number each.
  const sums = classes.map((name) => crc32(new TextEncoder().encode(name)));
  const named = Float32Array.from(labels, (label) => sums[label]);
  return {
    architecture: JSON.stringify({ classes: classes.length, shape: set.shape, count: set.count }),
    values: [Float32Array.from(set.pixels), named, Float32Array.from(splits)],
  };
}
