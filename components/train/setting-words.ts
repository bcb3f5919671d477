import type { Optimizer, TrainingSettings } from '@/lib/engine/protocol';
import { formatCount } from '@/lib/format/format';

export const OPTIMIZER_WORD: Readonly<Record<Optimizer, string>> = {
  sgd: 'SGD',
  momentum: 'Momentum',
  adam: 'Adam',
  rmsprop: 'RMSProp',
};

/** What each optimizer does with a gradient, in one line. */
export const OPTIMIZER_HINT: Readonly<Record<Optimizer, string>> = {
  sgd: 'Each weight goes against its gradient.',
  momentum: 'SGD whose steps gather speed.',
  adam: 'Momentum, and a step size for each weight.',
  rmsprop: 'A step size for each weight.',
};

const plural = (count: number, word: string) => `${formatCount(count)} ${word}${count === 1 ? '' : 's'}`;

/** All settings in one line: "Adam, learning rate 0.001, batches of 32, 10 epochs, seed 1". */
export const settingsLine = (settings: TrainingSettings): string =>
  [
    OPTIMIZER_WORD[settings.optimizer],
    `learning rate ${settings.learningRate}`,
    `batches of ${formatCount(settings.batchSize)}`,
    plural(settings.epochs, 'epoch'),
    `seed ${settings.seed}`,
  ].join(', ');
