import {
  INITIALISATION_WORD,
  OPTIMIZER_WORD,
  SCHEDULE_WORD,
} from '@/components/training/train/settings/setting-words';
import type { Figure } from '@/lib/experiment/curves';
import type { Factor } from '@/lib/experiment/factors';
import type { Judge, Plan } from '@/lib/experiment/plan';
import { formatNumber, formatPercent } from '@/lib/format/format';
import { INITIALISATIONS, OPTIMIZERS, SCHEDULES } from '@/lib/network/settings';
import { numberOf } from '@/lib/run/setting-problems';
import words from '@/words/experiment-words';
import format from '@/words/format';

export const FACTOR_WORD: Readonly<Record<Factor, string>> = {
  learningRate: words.learningRate(),
  batchSize: words.batchSize(),
  optimizer: words.optimizer(),
  filters: words.filters(),
  augmentation: words.augmentation(),
  images: words.images(),
  dropout: words.dropout(),
  l2: words.l2(),
  initialisation: words.initialisation(),
  schedule: words.schedule(),
  labelNoise: words.labelNoise(),
  shuffle: words.shuffle(),
};

/** What a variant of the factor means, in one line. */
export const FACTOR_HINT: Readonly<Record<Factor, string>> = {
  learningRate: words.learningRateHint(),
  batchSize: words.batchSizeHint(),
  optimizer: words.optimizerHint(),
  filters: words.filtersHint(),
  augmentation: words.augmentationHint(),
  images: words.imagesHint(),
  dropout: words.dropoutHint(),
  l2: words.l2Hint(),
  initialisation: words.initialisationHint(),
  schedule: words.scheduleHint(),
  labelNoise: words.labelNoiseHint(),
  shuffle: words.shuffleHint(),
};

const AUGMENTATION_WORD: Readonly<Record<string, string>> = {
  none: words.noneImages(),
  mirror: words.mirrorImages(),
  shift: words.shiftImages(),
  jitter: words.jitterImages(),
  all: words.allImages(),
};

const named = <T extends string>(
  options: readonly T[],
  names: Readonly<Record<T, string>>,
  value: string,
) => {
  const found = options.find((option) => option === value);
  return found ? names[found] : value;
};

/** A variant's name, short, because it labels the end of a line. */
export function variantWord(factor: Factor, value: string): string {
  switch (factor) {
    case 'optimizer':
      return named(OPTIMIZERS, OPTIMIZER_WORD, value);
    case 'initialisation':
      return named(INITIALISATIONS, INITIALISATION_WORD, value);
    case 'schedule':
      return named(SCHEDULES, SCHEDULE_WORD, value);
    case 'augmentation':
      return AUGMENTATION_WORD[value] ?? value;
    case 'shuffle':
      return value === 'yes' ? words.shuffled() : words.inOrder();
    default:
      return numberOf(value) === null ? value : value.replace('.', format.decimal());
  }
}

export const variantWords = ({ factor, variants }: Pick<Plan, 'factor' | 'variants'>): readonly string[] =>
  variants.map((value) => variantWord(factor, value));

export const JUDGE_WORD: Readonly<Record<Judge, string>> = {
  heldOutAccuracy: words.heldOutAccuracy(),
  heldOutLoss: words.heldOutLoss(),
};
export const JUDGE_HINT: Readonly<Record<Judge, string>> = {
  heldOutAccuracy: words.heldOutAccuracyHint(),
  heldOutLoss: words.heldOutLossHint(),
};

export const FIGURE_WORD: Readonly<Record<Figure, string>> = {
  loss: words.lossFigure(),
  accuracy: words.accuracyFigure(),
  heldOutLoss: words.heldOutLossFigure(),
  heldOutAccuracy: words.heldOutAccuracyFigure(),
};

export const formatFigure = (figure: Figure, value: number): string =>
  figure === 'accuracy' || figure === 'heldOutAccuracy' ? formatPercent(value) : formatNumber(value, 2);

/** Names or figures as a list. */
export const listed = (all: readonly string[]): string => all.join(words.between());

/** An experiment's name: "Learning rate: 0.0001, 0.001, 0.01". */
export const planWord = (plan: Plan): string =>
  words.plan({ factor: FACTOR_WORD[plan.factor], variants: listed(variantWords(plan)) });
