import { numberOf, rangeProblem, typed } from '@/lib/run/setting-problems';
import {
  LARGEST_SEED,
  readSettings,
  type SettingsProblems,
  type SettingsText,
  settingsText,
  trainedOn,
} from '@/lib/run/settings';
import words from '@/words/experiment-plan';
import { conditionOf, type Factor, FIRST_VARIANTS, isChoice, type Varied } from './factors';
import { type Judge, type Plan, REPEATS, VARIANTS } from './plan';

/** The contents of the form's fields. */
export interface PlanText {
  readonly factor: Factor;
  readonly variants: readonly string[];
  readonly repeats: string;
  readonly judge: Judge;
  readonly guess: number | null;
  readonly settings: SettingsText;
}

export interface PlanProblems {
  readonly settings: SettingsProblems;
  /** One for each variant, in order; null where it is valid. */
  readonly variants: readonly (string | null)[];
  readonly repeats: string | null;
}

export interface ReadPlan {
  /** Null while a field has a problem. */
  readonly plan: Plan | null;
  readonly problems: PlanProblems;
}

/** Small enough to train in about a minute on two cores without a GPU, large enough to show differences. */
export const FIRST_PLAN: PlanText = {
  factor: 'learningRate',
  variants: FIRST_VARIANTS.learningRate,
  repeats: '5',
  judge: 'heldOutAccuracy',
  guess: null,
  settings: settingsText({
    optimizer: 'adam',
    learningRate: 0.001,
    batchSize: 10,
    epochs: 3,
    seed: 1,
    images: 300,
  }),
};

/** Two spellings of one number are the same variant. */
const normal = (factor: Factor, value: string): string =>
  isChoice(factor) ? value : String(numberOf(value) ?? value);

/** A number in the format of the learner's language, for messages. */
function spelt(value: string): string {
  const number = numberOf(value);
  return number === null ? value : typed(number);
}

/**
 * The constant settings must be valid on their own; the variants set the varied one, so any valid value will
 * do.
 */
function ofTheRest(factor: Factor, text: SettingsText): SettingsText {
  const plain = settingsText({ optimizer: 'adam', learningRate: 0.001, batchSize: 1, epochs: 1, seed: 1 });
  return factor === 'filters' || factor === 'augmentation' ? text : { ...text, [factor]: plain[factor] };
}

/** Reads the fields. Each invalid one gets one sentence; the others are still read. */
export function readPlan(text: PlanText, varied: Varied): ReadPlan {
  const { factor, judge, guess } = text;
  const rest = readSettings(ofTheRest(factor, text.settings), trainedOn(varied.dataSet));
  const repeats = numberOf(text.repeats);
  const repeatsProblem = rangeProblem(
    words.repeats(),
    REPEATS.least,
    REPEATS.most,
    true,
  )(text.repeats, repeats);
  const settings = rest.settings;
  const reach = settings && repeats !== null && !repeatsProblem ? settings.seed + repeats - 1 : 0;
  const seedProblem = reach > LARGEST_SEED ? words.seedLarge({ largest: LARGEST_SEED }) : undefined;
  const values = text.variants.map((value) => normal(factor, value));
  const variants = values.map((value, at) => {
    const twin = values.indexOf(value);
    if (twin < at) return words.twin({ variant: twin + 1 });
    // Where the other settings are invalid, their own fields report it.
    if (!settings) return null;
    const read = conditionOf(varied, { factor, value: spelt(value) }, settingsText(settings));
    return read.ok ? null : read.problem.sentence;
  });
  const problems: PlanProblems = {
    settings: seedProblem ? { ...rest.problems, seed: seedProblem } : rest.problems,
    variants,
    repeats: repeatsProblem,
  };
  const enough = values.length >= VARIANTS.least && values.length <= VARIANTS.most;
  const fine = enough && variants.every((problem) => problem === null) && !repeatsProblem && !seedProblem;
  if (!settings || repeats === null || !fine) return { plan: null, problems };
  return { plan: { factor, variants: values, repeats, judge, settings, guess }, problems };
}
