import { range } from 'd3-array';
import type { TrainingSettings } from '@/lib/network/settings';
import { must } from '@/lib/result';
import { settingsText } from '@/lib/run/settings';
import { type Condition, conditionOf, type Factor, type Varied } from './factors';

/** The figure that decides, at the end of the last epoch: settled before anything is trained. */
export const JUDGES = ['heldOutAccuracy', 'heldOutLoss'] as const;
export type Judge = (typeof JUDGES)[number];

/** A controlled comparison: one thing differs, everything else is the same. */
export interface Plan {
  readonly factor: Factor;
  /** As typed or chosen, each another one: "0.001", "adam". */
  readonly variants: readonly string[];
  /** How often each variant is trained, each time with another seed; the seeds are the same for all variants. */
  readonly repeats: number;
  readonly judge: Judge;
  /** What stays the same, with the first seed. */
  readonly settings: TrainingSettings;
  /** The variant that the learner expects to win; -1: none is clearly better. Null: no guess was made. */
  readonly guess: number | null;
}

/** Enough to see a pattern, and as many as can be told apart without colour. */
export const VARIANTS = { least: 2, most: 4 } as const;
/** From two on there is a spread. */
export const REPEATS = { least: 2, most: 20 } as const;

/** One training run of a plan. */
export interface PlannedRun {
  readonly variant: number;
  readonly seed: number;
}

export const seedsOf = ({ settings, repeats }: Pick<Plan, 'settings' | 'repeats'>): readonly number[] =>
  range(repeats).map((at) => settings.seed + at);

/** All runs in their order: seed by seed, so that what is finished can be compared at any time. */
export const runsOf = (plan: Plan): readonly PlannedRun[] =>
  seedsOf(plan).flatMap((seed) => plan.variants.map((_, variant) => ({ variant, seed })));

/**
 * What one run trains. Everything that is drawn follows from its seed.
 * @throws Error where the plan can't be used; `readPlan` and `keptExperiments` let none of those through.
 */
export function conditionOfRun(
  varied: Varied,
  { factor, variants, settings }: Plan,
  { variant, seed }: PlannedRun,
): Condition {
  return must(conditionOf(varied, { factor, value: variants[variant] }, settingsText({ ...settings, seed })));
}

/** The figures of one epoch; epoch 0 is the untrained network. */
export interface EpochFigures {
  readonly epoch: number;
  readonly loss: number;
  readonly accuracy: number;
  readonly heldOutLoss: number;
  readonly heldOutAccuracy: number;
}

/** A run that was trained to its end, or until its numbers ended. */
export interface FinishedRun extends PlannedRun {
  readonly epochs: readonly EpochFigures[];
  /** Why it has fewer epochs than planned: its numbers ended. Null where it has all. */
  readonly broke: string | null;
  readonly milliseconds: number;
}

/** A plan and what was measured of it so far. */
export interface Experiment {
  /** When it was begun, in milliseconds since 1970; no two have the same. */
  readonly begunAt: number;
  /** The id of the subject whose network is varied. */
  readonly subject: string;
  readonly plan: Plan;
  readonly runs: readonly FinishedRun[];
}

/** The first run that is not finished; null when all are. */
export function nextRun({ plan, runs }: Pick<Experiment, 'plan' | 'runs'>): PlannedRun | null {
  const same = (one: PlannedRun) => (other: PlannedRun) =>
    one.variant === other.variant && one.seed === other.seed;
  return runsOf(plan).find((planned) => !runs.some(same(planned))) ?? null;
}

export const isDone = (experiment: Experiment): boolean => nextRun(experiment) === null;
