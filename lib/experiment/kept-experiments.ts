import { type Experiment, isDone } from './plan';

/** The unfinished experiment; there is at most one. */
export const unfinished = (all: readonly Experiment[] | null): Experiment | null =>
  all?.find((one) => !isDone(one)) ?? null;

export const newestFirst = (all: readonly Experiment[]): readonly Experiment[] =>
  [...all].sort((a, b) => b.begunAt - a.begunAt);

/** For each experiment the version with more runs: what can't be stored is only in memory. */
export function joined(inMemory: readonly Experiment[], read: readonly Experiment[]): readonly Experiment[] {
  const further = new Map(inMemory.map((one) => [one.begunAt, one]));
  for (const one of read)
    if ((further.get(one.begunAt)?.runs.length ?? -1) < one.runs.length) further.set(one.begunAt, one);
  return newestFirst([...further.values()]);
}

/** The current time as an experiment's id; a later one if it is taken, because the clock was set back. */
export function unusedTime(all: readonly Experiment[]): number {
  const used = new Set(all.map(({ begunAt }) => begunAt));
  let time = Date.now();
  while (used.has(time)) time++;
  return time;
}
