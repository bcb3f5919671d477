import { TRAINING_COUNT } from '@/lib/data/picture-sets';
import { formatCount } from '@/lib/format/format';
import { CLASSES } from '@/lib/pipeline/architecture';
import type { NumberField } from '@/lib/run/settings';

/** A setting that is typed as a number. */
export interface FieldWords {
  readonly name: NumberField;
  readonly label: string;
  /** What it does, in one or two short sentences. */
  readonly hint: string;
  readonly mode: 'decimal' | 'numeric';
}

/** Those that stay in sight. */
export const BASIC: readonly FieldWords[] = [
  {
    name: 'learningRate',
    label: 'Learning rate',
    hint: 'How far a step goes. Too large overshoots.',
    mode: 'decimal',
  },
  {
    name: 'batchSize',
    label: 'Batch size',
    hint: `Pictures a step, of ${formatCount(TRAINING_COUNT)}. Few make it noisy.`,
    mode: 'numeric',
  },
  { name: 'epochs', label: 'Epochs', hint: 'How often each picture is met.', mode: 'numeric' },
  {
    name: 'seed',
    label: 'Seed',
    hint: 'The same seed repeats a run: all that is drawn.',
    mode: 'numeric',
  },
];

/** What the pictures go through on their way into the network. */
export const AUGMENTATION: readonly FieldWords[] = [
  {
    name: 'shift',
    label: 'Shift',
    hint: 'Moves each picture by up to so many pixels, anew each epoch.',
    mode: 'numeric',
  },
  {
    name: 'jitter',
    label: 'Light and contrast',
    hint: 'Changes both by up to this share, 0 to 1, anew each epoch.',
    mode: 'decimal',
  },
];

export const AGAINST_OVERFITTING: readonly FieldWords[] = [
  {
    name: 'dropout',
    label: 'Dropout',
    hint: 'Share of values set to 0 before the last layer, 0 to 0.9.',
    mode: 'decimal',
  },
  {
    name: 'l2',
    label: 'L2',
    hint: 'Pulls kernels towards 0, for example 0.0001.',
    mode: 'decimal',
  },
];

export const DATA: readonly FieldWords[] = [
  {
    name: 'pictures',
    label: 'Training pictures',
    hint: `${CLASSES.length} to ${formatCount(TRAINING_COUNT)}, as many of each class. Empty means all.`,
    mode: 'numeric',
  },
  {
    name: 'labelNoise',
    label: 'Wrong labels',
    hint: 'Share of pictures taught as a wrong class, 0 to 1.',
    mode: 'decimal',
  },
];
