import type { Initialisation, Optimizer, Schedule, TrainingSettings } from '@/lib/engine/training-settings';
import { formatCount, formatPercent } from '@/lib/format/format';
import { CLASSES } from '@/lib/pipeline/architecture';

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

export const SCHEDULE_WORD: Readonly<Record<Schedule, string>> = {
  constant: 'Constant',
  steps: 'Steps',
  cosine: 'Cosine',
};

export const SCHEDULE_HINT: Readonly<Record<Schedule, string>> = {
  constant: 'The learning rate stays as it is.',
  steps: 'Down to 30 % after each third of the epochs.',
  cosine: 'Down to nearly 0 along a half wave.',
};

export const INITIALISATION_WORD: Readonly<Record<Initialisation, string>> = {
  he: 'He',
  glorot: 'Glorot',
  normal: 'Small normal',
  zeros: 'All 0',
};

export const INITIALISATION_HINT: Readonly<Record<Initialisation, string>> = {
  he: 'As wide as layers with a ReLU need.',
  glorot: 'As wide as layers without a ReLU need.',
  normal: 'Narrow: deviation 0.01 in every layer.',
  zeros: 'All filters alike. What can they learn?',
};

const plural = (count: number, word: string) => `${formatCount(count)} ${word}${count === 1 ? '' : 's'}`;

/** What is set besides the basic five, one phrase each. Settings that hold anyway are not in `settings`. */
function furtherWords(settings: TrainingSettings): readonly string[] {
  const {
    schedule,
    initialisation,
    dropout,
    l2,
    mirror,
    shift,
    jitter,
    pictures,
    labelNoise,
    leftOut,
    shuffle,
  } = settings;
  const words = [
    schedule && `${SCHEDULE_WORD[schedule].toLowerCase()} schedule`,
    initialisation && `first weights ${INITIALISATION_WORD[initialisation]}`,
    dropout && `dropout ${formatPercent(dropout)}`,
    l2 && `L2 ${l2}`,
    mirror && 'mirrored',
    shift && `shifted up to ${shift} px`,
    jitter && `light and contrast ±${formatPercent(jitter)}`,
    pictures && `${formatCount(pictures)} pictures`,
    labelNoise && `${formatPercent(labelNoise)} wrong labels`,
    typeof leftOut === 'number' && `no ${CLASSES[leftOut]}`,
    shuffle === false && 'not shuffled',
  ];
  return words.flatMap((word) => (typeof word === 'string' ? [word] : []));
}

/** All settings in one line: "Adam, learning rate 0.001, batches of 32, 10 epochs, seed 1". */
export const settingsLine = (settings: TrainingSettings): string =>
  [
    OPTIMIZER_WORD[settings.optimizer],
    `learning rate ${settings.learningRate}`,
    `batches of ${formatCount(settings.batchSize)}`,
    plural(settings.epochs, 'epoch'),
    `seed ${settings.seed}`,
    ...furtherWords(settings),
  ].join(', ');
