import type { Optimizer, TrainingSettings } from '@/lib/engine/protocol';
import { formatCount, formatNumber } from '@/lib/format/format';

export const OPTIMIZER_WORD: Readonly<Record<Optimizer, string>> = {
  sgd: 'SGD',
  momentum: 'Momentum',
  adam: 'Adam',
  rmsprop: 'RMSProp',
};

/** What each optimizer does with a gradient, in one line. */
export const OPTIMIZER_HINT: Readonly<Record<Optimizer, string>> = {
  sgd: 'Each weight goes against its gradient, by the learning rate.',
  momentum: 'Like SGD, but steps in the same direction add up.',
  adam: 'Each weight gets its own step size, from the mean and the spread of its gradients.',
  rmsprop: 'Each weight’s step is divided by the recent size of its gradients.',
};

const plural = (count: number, word: string) => `${formatCount(count)} ${word}${count === 1 ? '' : 's'}`;

/** All settings in one line: "Adam, learning rate 0.001, batches of 32, 10 epochs, seed 1". */
export const settingsLine = (settings: TrainingSettings): string =>
  [
    OPTIMIZER_WORD[settings.optimizer],
    `learning rate ${formatNumber(settings.learningRate, 3)}`,
    `batches of ${formatCount(settings.batchSize)}`,
    plural(settings.epochs, 'epoch'),
    `seed ${settings.seed}`,
  ].join(', ');
