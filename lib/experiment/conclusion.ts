import { descending, range } from 'd3-array';
import { type Experiment, type FinishedRun, type Judge, type Plan, seedsOf } from './plan';
import { type Interval, pairsNeeded, type Spread, spreadOf, tInterval } from './statistics';

/**
 * The probability that all statements of an experiment together are right, however many pairs are compared.
 */
export const CONFIDENCE = 0.95;
/** Differences this close to one another are equal except for rounding. */
const SAME = 1e-9;

/** Two variants, compared over the same seeds. */
export interface Pair {
  /** The variant with the better mean. */
  readonly ahead: number;
  readonly behind: number;
  /**
   * By how much it is ahead, in the direction of "better": seed by seed, and the interval of the true mean.
   */
  readonly difference: Interval;
  /** Whether the interval excludes 0: the difference is larger than the noise between seeds explains. */
  readonly clear: boolean;
  /** Whether all seeds gave the same difference, so that the noise can't be estimated. */
  readonly constant: boolean;
  /**
   * How many seeds would be enough if difference and noise stay the same; null: too many, or it is clear
   * already.
   */
  readonly needed: number | null;
}

/** The result of an experiment. Variants are identified by their index in the plan. */
export interface Conclusion {
  /** The seeds with which every variant was trained. */
  readonly seeds: readonly number[];
  /** The deciding metric of each variant; null where one of its runs diverged. */
  readonly spreads: readonly (Spread | null)[];
  /** How many runs of each variant diverged. */
  readonly broken: readonly number[];
  /** The variants without a diverged run, the best mean first. */
  readonly ranking: readonly number[];
  /** All pairs of the ranking. */
  readonly pairs: readonly Pair[];
  /** The best variant, and those within the noise of it. A single one has won. */
  readonly leaders: readonly number[];
}

/** The deciding metric of a run, with the sign such that more is better. Null for a diverged run. */
function score({ epochs, broke }: FinishedRun, judge: Judge): number | null {
  const value = epochs.at(-1)?.[judge];
  if (broke !== null || value === undefined || !Number.isFinite(value)) return null;
  return judge === 'heldOutLoss' ? -value : value;
}

/**
 * Compares all variants, pair by pair over the same seeds. Each pair gets Student's interval for the mean of
 * its differences; with m pairs each at 1 − 0.05 / m (Bonferroni), so that comparing many finds no more by
 * chance. Seeds that not every variant was trained with are left out. Null while there are fewer than two.
 */
export function conclude({ plan, runs }: Pick<Experiment, 'plan' | 'runs'>): Conclusion | null {
  const variants = range(plan.variants.length);
  const at = (variant: number, seed: number) =>
    runs.find((run) => run.variant === variant && run.seed === seed);
  const seeds = seedsOf(plan).filter((seed) => variants.every((variant) => at(variant, seed)));
  if (seeds.length < 2) return null;
  const scores = variants.map((variant) =>
    seeds.map((seed) => {
      const run = at(variant, seed);
      return run ? score(run, plan.judge) : null;
    }),
  );
  const whole = scores.map((of) => of.filter((value) => value !== null));
  const broken = whole.map((of) => seeds.length - of.length);
  const means = whole.map((of) => spreadOf(of)?.mean ?? 0);
  const ranking = variants
    .filter((variant) => broken[variant] === 0)
    .sort((a, b) => descending(means[a], means[b]) || a - b);
  const pairs = pairsOf(ranking, whole);
  const best = ranking.at(0);
  const beaten = new Set(
    pairs.filter(({ ahead, clear }) => clear && ahead === best).map(({ behind }) => behind),
  );
  return {
    seeds,
    spreads: variants.map((variant) => (broken[variant] ? null : spreadOf(figures(whole[variant], plan)))),
    broken,
    ranking,
    pairs,
    leaders: ranking.filter((variant) => !beaten.has(variant)),
  };
}

/** Scores as the metric again: a loss has its original sign. */
const figures = (scores: readonly number[], { judge }: Plan): readonly number[] =>
  judge === 'heldOutLoss' ? scores.map((value) => -value) : scores;

function pairsOf(ranking: readonly number[], scores: readonly (readonly number[])[]): readonly Pair[] {
  const count = (ranking.length * (ranking.length - 1)) / 2;
  const confidence = 1 - (1 - CONFIDENCE) / Math.max(1, count);
  return ranking.flatMap((ahead, place) =>
    ranking.slice(place + 1).map((behind) => {
      const differences = scores[ahead].map((value, at) => value - scores[behind][at]);
      const difference = tInterval(differences, confidence);
      const deviation = spreadOf(differences)?.deviation ?? 0;
      const constant = deviation < SAME;
      const clear = !constant && difference.low > 0;
      const needed = clear || constant ? null : pairsNeeded(difference.mean, deviation, confidence);
      return { ahead, behind, difference, clear, constant, needed };
    }),
  );
}
