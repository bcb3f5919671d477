import { type EpochPoint, isNumber, type RunFacts } from './curve';
import type { Moment, RuleName } from './rule';
import { RULES } from './rules';

/** What is worth saying about one epoch, from the numbers up to it. */
export interface Observation {
  readonly epoch: number;
  readonly rule: RuleName;
  readonly title: string;
  /** One sentence that carries the numbers it speaks of. */
  readonly sentence: string;
}

function momentOf(points: readonly EpochPoint[], at: number, facts: RunFacts): Moment {
  const past = points.slice(0, at).filter((point) => point.epoch > 0 && isNumber(point));
  return { now: points[at], past, before: past.at(-1), facts };
}

function observationOf(moment: Moment): Observation {
  const { epoch } = moment.now;
  for (const { name, title, says } of RULES) {
    const sentence = says(moment);
    if (sentence !== null) return { epoch, rule: name, title, sentence };
  }
  throw new Error('the last rule always has something to say');
}

/**
 * One observation for each epoch of a run, in the order given. The first rule that applies speaks; it looks
 * only backwards, so that what was said while a network trains is not taken back later.
 */
export const observe = (points: readonly EpochPoint[], facts: RunFacts): Observation[] =>
  points.map((_, at) => observationOf(momentOf(points, at, facts)));
