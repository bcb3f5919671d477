import { INITIALISATION_WORD, OPTIMIZER_WORD, SCHEDULE_WORD } from '@/components/train/setting-words';
import { INITIALISATIONS, OPTIMIZERS, SCHEDULES } from '@/lib/engine/training-settings';
import type { Figure } from '@/lib/experiment/curves';
import type { Factor } from '@/lib/experiment/factors';
import type { Judge, Plan } from '@/lib/experiment/plan';
import { formatNumber, formatPercent } from '@/lib/format/format';

export const FACTOR_WORD: Readonly<Record<Factor, string>> = {
  learningRate: 'Learning rate',
  batchSize: 'Batch size',
  optimizer: 'Optimizer',
  filters: 'Filters',
  augmentation: 'Augmentation',
  pictures: 'Training pictures',
  dropout: 'Dropout',
  l2: 'L2',
  initialisation: 'First weights',
  schedule: 'Schedule',
  labelNoise: 'Wrong labels',
  shuffle: 'Shuffle',
};

/** What a variant of it means, in a line. */
export const FACTOR_HINT: Readonly<Record<Factor, string>> = {
  learningRate: 'How far a step goes.',
  batchSize: 'Pictures a step. Fewer make more steps an epoch.',
  optimizer: 'All with the same learning rate, which suits one better than another.',
  filters: 'So many in the first convolution, twice as many in the second. The lessons’ network has 32.',
  augmentation: 'What is done to the pictures on their way in, anew each epoch.',
  pictures: 'How many it learns from. Fewer also make fewer steps an epoch.',
  dropout: 'Share of values set to 0 before the last layer, 0 to 0.9.',
  l2: 'How strongly kernels are pulled towards 0.',
  initialisation: 'How wide the first weights are drawn.',
  schedule: 'How the learning rate goes on through a run.',
  labelNoise: 'Share of pictures taught as a wrong class, 0 to 1.',
  shuffle: 'Whether each epoch has another order; else class after class.',
};

const AUGMENTATION_WORD: Readonly<Record<string, string>> = {
  none: 'none',
  mirror: 'mirrored',
  shift: 'shifted',
  jitter: 'light',
  all: 'all three',
};

const named = <T extends string>(
  options: readonly T[],
  words: Readonly<Record<T, string>>,
  value: string,
) => {
  const found = options.find((option) => option === value);
  return found ? words[found] : value;
};

/** A variant's name: short, for it stands at the end of a line. */
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
      return value === 'yes' ? 'shuffled' : 'in order';
    default:
      return value;
  }
}

export const variantWords = ({ factor, variants }: Pick<Plan, 'factor' | 'variants'>): readonly string[] =>
  variants.map((value) => variantWord(factor, value));

export const JUDGE_WORD: Readonly<Record<Judge, string>> = {
  heldOutAccuracy: 'Held-out accuracy',
  heldOutLoss: 'Held-out loss',
};
export const JUDGE_HINT: Readonly<Record<Judge, string>> = {
  heldOutAccuracy: 'At the end of the last epoch, higher is better. Settled before anything is seen.',
  heldOutLoss: 'At the end of the last epoch, lower is better. Settled before anything is seen.',
};

export const FIGURE_WORD: Readonly<Record<Figure, string>> = {
  loss: 'Loss, training',
  accuracy: 'Accuracy, training',
  heldOutLoss: 'Loss, held-out',
  heldOutAccuracy: 'Accuracy, held-out',
};

export const formatFigure = (figure: Figure, value: number): string =>
  figure === 'accuracy' || figure === 'heldOutAccuracy' ? formatPercent(value) : formatNumber(value, 2);

/** An experiment's name: "Learning rate: 0.0001, 0.001, 0.01". */
export const planWord = (plan: Plan): string =>
  `${FACTOR_WORD[plan.factor]}: ${variantWords(plan).join(', ')}`;
