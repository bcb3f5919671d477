import { formatCount } from '@/lib/format/format';
import type { DataSet } from '@/lib/network/subject';
import type { NumberField } from '@/lib/run/settings';
import words from '@/words/settings-form';

/** A setting that is typed as a number. */
export interface FieldWords {
  readonly name: NumberField;
  readonly label: string;
  /** Its effect, in one or two short sentences. */
  readonly hint: string;
  readonly mode: 'decimal' | 'numeric';
}

/** The fields that are always visible. */
export const basicFields = ({ counts }: DataSet): readonly FieldWords[] => [
  {
    name: 'learningRate',
    label: words.rate(),
    hint: words.rateHint(),
    mode: 'decimal',
  },
  {
    name: 'batchSize',
    label: words.batch(),
    hint: words.batchHint({ images: formatCount(counts.training) }),
    mode: 'numeric',
  },
  { name: 'epochs', label: words.epochs(), hint: words.epochsHint(), mode: 'numeric' },
  {
    name: 'seed',
    label: words.seed(),
    hint: words.seedHint(),
    mode: 'numeric',
  },
];

/** How training images are changed before they enter the network. */
export const AUGMENTATION: readonly FieldWords[] = [
  {
    name: 'shift',
    label: words.shift(),
    hint: words.shiftHint(),
    mode: 'numeric',
  },
  {
    name: 'jitter',
    label: words.jitter(),
    hint: words.jitterHint(),
    mode: 'decimal',
  },
];

export const AGAINST_OVERFITTING: readonly FieldWords[] = [
  {
    name: 'dropout',
    label: words.dropout(),
    hint: words.dropoutHint(),
    mode: 'decimal',
  },
  {
    name: 'l2',
    label: words.l2(),
    hint: words.l2Hint(),
    mode: 'decimal',
  },
];

/** When a run ends before its last epoch. */
export const STOPPING: readonly FieldWords[] = [
  { name: 'patience', label: words.patience(), hint: words.patienceHint(), mode: 'numeric' },
];

/** Which part of its data set a run uses. */
export const dataFields = ({ classes, counts }: DataSet): readonly FieldWords[] => [
  {
    name: 'images',
    label: words.images(),
    hint: words.imagesHint({ least: classes.length, most: formatCount(counts.training) }),
    mode: 'numeric',
  },
  {
    name: 'labelNoise',
    label: words.labelNoise(),
    hint: words.labelNoiseHint(),
    mode: 'decimal',
  },
];
