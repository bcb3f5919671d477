import { type EpochPoint, isNumber, type RunFacts } from './curve';
import type { Rule, RuleName, RunPoint } from './rule';
import { anotherHand, bestHeldOut, gapOpens, gapWidens, heldOutRising, heldOutTurns } from './rules-held-out';
import { fastFall, levelling, milestone, nothingLeft, plateau, setback, slowing, steady } from './rules-pace';
import {
  diverged,
  goesOn,
  goodStart,
  nearChance,
  noNumber,
  roughStart,
  slowStart,
  untrained,
} from './rules-start';

/** The most notable observation about one epoch, from the numbers up to it. */
export interface Observation {
  readonly epoch: number;
  readonly rule: RuleName;
  readonly title: string;
  /** One sentence with the numbers that it refers to. */
  readonly sentence: string;
}

function runPointOf(points: readonly EpochPoint[], at: number, facts: RunFacts): RunPoint {
  const past = points.slice(0, at).filter((point) => point.epoch > 0 && isNumber(point));
  return { now: points[at], past, before: past.at(-1), facts };
}

function observationOf(point: RunPoint): Observation {
  const { epoch } = point.now;
  for (const { name, title, sentenceFor } of RULES) {
    const sentence = sentenceFor(point);
    if (sentence !== null) return { epoch, rule: name, title, sentence };
  }
  throw new Error('the last rule always applies');
}

/**
 * One observation for each epoch of a run, in the order given: that of the first rule that applies. Rules
 * only look back, so an observation made while a network trains never changes later.
 */
export const observe = (points: readonly EpochPoint[], facts: RunFacts): Observation[] =>
  points.map((_, at) => observationOf(runPointOf(points, at, facts)));

/**
 * All rules, the most important first. Failures of the run come before signs of memorizing, and those before
 * what another artist's hand costs and the pace of the fall. The last rule always applies.
 */
const RULES: readonly Rule[] = [
  noNumber,
  goesOn,
  untrained,
  diverged,
  nearChance,
  roughStart,
  slowStart,
  goodStart,
  heldOutTurns,
  heldOutRising,
  gapOpens,
  anotherHand,
  fastFall,
  gapWidens,
  bestHeldOut,
  setback,
  nothingLeft,
  milestone,
  plateau,
  levelling,
  slowing,
  steady,
];
