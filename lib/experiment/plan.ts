import { range } from 'd3-array';
import type { TrainingSettings } from '@/lib/network/settings';
import { must } from '@/lib/result';
import { settingsText } from '@/lib/run/settings';
import { type Condition, conditionOf, type Factor, type Varied } from './factors';

/** The deciding metric, at the end of the last epoch: chosen before anything is trained. */
export const JUDGES = ['heldOutAccuracy', 'heldOutLoss'] as const;
export type Judge = (typeof JUDGES)[number];

/** A controlled comparison: one thing differs, everything else is the same. */
export interface Plan {
  readonly factor: Factor;
  /** As typed or chosen, all different: "0.001", "adam". */
  readonly variants: readonly string[];
  /** How often each variant is trained, each time with a different seed; all variants use the same seeds. */
  readonly repeats: number;
  readonly judge: Judge;
  /** The constant settings, including the first seed. */
  readonly settings: TrainingSettings;
  /** The variant that the learner expects to win; -1: none is clearly better. Null: no guess. */
  readonly guess: number | null;
}

/** Enough to see a pattern, and no more than can be distinguished without colour. */
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

/** All runs in order: seed by seed, so that the finished ones can be compared at any time. */
export const runsOf = (plan: Plan): readonly PlannedRun[] =>
  seedsOf(plan).flatMap((seed) => plan.variants.map((_, variant) => ({ variant, seed })));

/**
 * What one run trains. Its seed determines everything that is drawn.
 * @throws Error where the plan is invalid; `readPlan` and `keptExperiments` never return such a plan.
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

/** A run that was trained to its end, or until it diverged. */
export interface FinishedRun extends PlannedRun {
  readonly epochs: readonly EpochFigures[];
  /** Why it has fewer epochs than planned: it diverged. Null where it has all. */
  readonly broke: string | null;
  readonly milliseconds: number;
}

/** A plan and its measurements so far. */
export interface Experiment {
  /** The start, in milliseconds since 1970; unique. */
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
