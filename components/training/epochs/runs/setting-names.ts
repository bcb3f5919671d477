import {
  INITIALISATION_WORD,
  OPTIMIZER_WORD,
  SCHEDULE_WORD,
} from '@/components/training/train/settings/setting-words';
import { formatCount, formatPercent } from '@/lib/format/format';
import { classWords } from '@/lib/network/class-words';
import type { inFull } from '@/lib/network/settings';
import type { DataSet } from '@/lib/network/subject';
import type { Setting } from '@/lib/run/compare';
import { typed } from '@/lib/run/setting-problems';
import words from '@/words/compare-runs';

/** Each setting's name in a table. */
export const SETTING_NAME: Readonly<Record<Setting, string>> = {
  optimizer: words.setOptimizer(),
  learningRate: words.setLearningRate(),
  batchSize: words.setBatchSize(),
  epochs: words.setEpochs(),
  seed: words.setSeed(),
  schedule: words.setSchedule(),
  initialisation: words.setInitialisation(),
  dropout: words.setDropout(),
  l2: words.setL2(),
  mirror: words.setMirror(),
  shift: words.setShift(),
  jitter: words.setJitter(),
  images: words.setImages(),
  labelNoise: words.setLabelNoise(),
  leftOut: words.setLeftOut(),
  shuffle: words.setShuffle(),
  patience: words.setPatience(),
  balance: words.setBalance(),
  frozen: words.setFrozen(),
};

/** A setting's value, for a table's cell. */
export function settingWord(
  settings: ReturnType<typeof inFull>,
  setting: Setting,
  { classes, names, counts }: DataSet,
): string {
  switch (setting) {
    case 'optimizer':
      return OPTIMIZER_WORD[settings.optimizer];
    case 'schedule':
      return SCHEDULE_WORD[settings.schedule];
    case 'initialisation':
      return INITIALISATION_WORD[settings.initialisation];
    case 'mirror':
    case 'shuffle':
    case 'balance':
      return settings[setting] ? words.yes() : words.no();
    case 'shift':
      return `${settings.shift} px`;
    case 'jitter':
      return `±${formatPercent(settings.jitter)}`;
    case 'images':
      return formatCount(settings.images ?? counts.training);
    case 'leftOut':
      return settings.leftOut === null ? words.nothing() : classWords(names)(classes[settings.leftOut] ?? '');
    case 'patience':
      return settings.patience === null ? words.no() : words.afterEpochs({ epochs: settings.patience });
    case 'frozen':
      return settings.frozen.join(', ') || words.nothing();
    case 'dropout':
    case 'labelNoise':
      return formatPercent(settings[setting]);
    default:
      return typed(settings[setting]);
  }
}
