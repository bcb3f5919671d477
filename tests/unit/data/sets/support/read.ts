import type { ReadOutcome, SetChoice } from '@/lib/data/sets/labelled-set';
import { readSet, recogniseSet } from '@/lib/data/sets/read-set';
import { must } from '@/lib/result';
import { decodeSharp } from '@/scripts/data/decode-sharp';
import type { NamedBytes } from './forms';

export const chosen = (files: readonly NamedBytes[]) =>
  files.map(({ name, bytes }) => ({ name, file: new Blob([bytes]) }));

/** Reads files to the end; in their own shape unless a choice is made. `folders` beside them may be empty. */
export async function readFiles(
  files: readonly NamedBytes[],
  choice?: SetChoice,
  signal = new AbortController().signal,
  folders: readonly string[] = [],
): Promise<ReadOutcome> {
  const recognised = must(await recogniseSet(chosen(files), folders));
  const shape = recognised.plan.natural ?? [8, 8, 3];
  const reading = readSet(recognised, choice ?? { shape, fit: 'crop' }, decodeSharp, signal);
  for (;;) {
    const step = await reading.next();
    if (step.done) return step.value;
  }
}

/** The set that files hold as a whole. */
export async function wholeSet(files: readonly NamedBytes[], choice?: SetChoice) {
  const { set, problem } = await readFiles(files, choice);
  if (!set || problem) throw new Error(problem?.sentence ?? 'no set');
  return set;
}

/** Why files are no set. */
export async function refusal(files: readonly NamedBytes[]): Promise<string> {
  const recognised = await recogniseSet(chosen(files));
  if (!recognised.ok) return recognised.problem.sentence;
  return (await readFiles(files)).problem?.sentence ?? '';
}
