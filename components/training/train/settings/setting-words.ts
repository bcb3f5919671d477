import { formatCount, formatPercent } from '@/lib/format/format';
import type { Initialisation, Optimizer, Schedule, TrainingSettings } from '@/lib/network/settings';
import { typed } from '@/lib/run/setting-problems';
import words from '@/words/setting-words';

export const OPTIMIZER_WORD: Readonly<Record<Optimizer, string>> = {
  sgd: words.sgd(),
  momentum: words.momentum(),
  adam: words.adam(),
  rmsprop: words.rmsprop(),
};

/** What each optimizer does with a gradient, in one line. */
export const OPTIMIZER_HINT: Readonly<Record<Optimizer, string>> = {
  sgd: words.sgdHint(),
  momentum: words.momentumHint(),
  adam: words.adamHint(),
  rmsprop: words.rmspropHint(),
};

export const SCHEDULE_WORD: Readonly<Record<Schedule, string>> = {
  constant: words.constant(),
  steps: words.steps(),
  cosine: words.cosine(),
};

export const SCHEDULE_HINT: Readonly<Record<Schedule, string>> = {
  constant: words.constantHint(),
  steps: words.stepsHint(),
  cosine: words.cosineHint(),
};

export const INITIALISATION_WORD: Readonly<Record<Initialisation, string>> = {
  he: words.he(),
  glorot: words.glorot(),
  normal: words.normal(),
  zeros: words.zeros(),
  opened: words.opened(),
};

export const INITIALISATION_HINT: Readonly<Record<Initialisation, string>> = {
  he: words.heHint(),
  glorot: words.glorotHint(),
  normal: words.normalHint(),
  zeros: words.zerosHint(),
  opened: words.openedHint(),
};

/** The settings besides the basic five, one phrase each. Defaults are not in `settings`. */
function furtherWords(settings: TrainingSettings, names: readonly string[]): readonly string[] {
  const {
    schedule,
    initialisation,
    dropout,
    l2,
    mirror,
    shift,
    jitter,
    images,
    labelNoise,
    leftOut,
    shuffle,
    patience,
    balance,
    frozen,
  } = settings;
  const phrases = [
    schedule && words.schedule({ schedule }),
    initialisation && words.initialWeights({ name: INITIALISATION_WORD[initialisation] }),
    dropout && words.dropout({ share: formatPercent(dropout) }),
    l2 && words.l2({ strength: typed(l2) }),
    mirror && words.mirrored(),
    shift && words.shifted({ pixels: shift }),
    jitter && words.jitter({ share: formatPercent(jitter) }),
    images && words.images({ count: formatCount(images) }),
    labelNoise && words.wrongLabels({ share: formatPercent(labelNoise) }),
    typeof leftOut === 'number' && words.without({ name: names[leftOut] }),
    shuffle === false && words.notShuffled(),
    patience && words.patience({ epochs: patience }),
    balance && words.balanced(),
    frozen && frozen.length > 0 && words.frozen({ stages: frozen.join(', ') }),
  ];
  return phrases.flatMap((word) => (typeof word === 'string' ? [word] : []));
}

/**
 * All settings in one line: "Adam, learning rate 0.001, batches of 32, 10 epochs, seed 1". `names`: of the
 * classes.
 */
export const settingsLine = (settings: TrainingSettings, names: readonly string[]): string =>
  [
    OPTIMIZER_WORD[settings.optimizer],
    words.rate({ rate: typed(settings.learningRate) }),
    words.batches({ size: formatCount(settings.batchSize) }),
    words.epochs({ epochs: settings.epochs, count: formatCount(settings.epochs) }),
    words.seed({ seed: settings.seed }),
    ...furtherWords(settings, names),
  ].join(', ');
