import { INITIALISATION_WORD, OPTIMIZER_WORD, SCHEDULE_WORD } from '@/components/train/setting-words';
import { TRAINING_COUNT } from '@/lib/data/picture-sets';
import type { inFull } from '@/lib/engine/training-settings';
import { formatCount, formatPercent } from '@/lib/format/format';
import { CLASSES } from '@/lib/pipeline/architecture';
import type { Setting } from '@/lib/run/compare';

/** Each setting's name in a table. */
export const SETTING_NAME: Readonly<Record<Setting, string>> = {
  optimizer: 'Optimizer',
  learningRate: 'Learning rate',
  batchSize: 'Batch size',
  epochs: 'Epochs',
  seed: 'Seed',
  schedule: 'Schedule',
  initialisation: 'First weights',
  dropout: 'Dropout',
  l2: 'L2',
  mirror: 'Mirrored',
  shift: 'Shifted, at most',
  jitter: 'Light and contrast',
  pictures: 'Pictures',
  labelNoise: 'Wrong labels',
  leftOut: 'Left out',
  shuffle: 'Shuffled',
};

/** What is set, in a table's cell. */
export function settingWord(settings: ReturnType<typeof inFull>, setting: Setting): string {
  switch (setting) {
    case 'optimizer':
      return OPTIMIZER_WORD[settings.optimizer];
    case 'schedule':
      return SCHEDULE_WORD[settings.schedule];
    case 'initialisation':
      return INITIALISATION_WORD[settings.initialisation];
    case 'mirror':
    case 'shuffle':
      return settings[setting] ? 'yes' : 'no';
    case 'shift':
      return `${settings.shift} px`;
    case 'jitter':
      return `±${formatPercent(settings.jitter)}`;
    case 'pictures':
      return formatCount(settings.pictures ?? TRAINING_COUNT);
    case 'leftOut':
      return settings.leftOut === null ? 'none' : (CLASSES[settings.leftOut] ?? '');
    case 'dropout':
    case 'labelNoise':
      return formatPercent(settings[setting]);
    default:
      return String(settings[setting]);
  }
}
