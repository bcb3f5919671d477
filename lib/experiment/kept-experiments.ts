import { type Experiment, isDone } from './plan';

/** The one that has runs to come; there is at most one. */
export const unfinished = (all: readonly Experiment[] | null): Experiment | null =>
  all?.find((one) => !isDone(one)) ?? null;

export const newestFirst = (all: readonly Experiment[]): readonly Experiment[] =>
  [...all].sort((a, b) => b.begunAt - a.begunAt);

/** Of each experiment the one that has come further: what can't be kept is only in memory. */
export function joined(inMemory: readonly Experiment[], read: readonly Experiment[]): readonly Experiment[] {
  const further = new Map(inMemory.map((one) => [one.begunAt, one]));
  for (const one of read)
    if ((further.get(one.begunAt)?.runs.length ?? -1) < one.runs.length) further.set(one.begunAt, one);
  return newestFirst([...further.values()]);
}

/** Now, as the name of an experiment: of a clock that was set back another one may have it already. */
export function unusedTime(all: readonly Experiment[]): number {
  const used = new Set(all.map(({ begunAt }) => begunAt));
  let time = Date.now();
  while (used.has(time)) time++;
  return time;
}
