import {
  type FurtherSettings,
  inFull,
  isSameSetting,
  PLAIN,
  type TrainingSettings,
} from '@/lib/network/settings';
import type { DataSet } from '@/lib/network/subject';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/setting-problems';
import {
  batchProblem,
  epochsProblem,
  imagesProblem,
  numberOf,
  patienceProblem,
  rangeProblem,
  rateProblem,
  typed,
} from './setting-problems';

export { DRAWN_INITIALISATIONS, INITIALISATIONS, OPTIMIZERS, SCHEDULES } from '@/lib/network/settings';

type Settings = TrainingSettings & FurtherSettings;
/** The settings that are typed as numbers. */
export type NumberField = Exclude<
  keyof Settings,
  'optimizer' | 'schedule' | 'initialisation' | 'mirror' | 'shuffle' | 'leftOut' | 'balance' | 'frozen'
>;

/**
 * The contents of the fields: numbers as typed, the others as chosen. An empty number of images means all, an empty
 * patience that the run doesn't stop early.
 */
export type SettingsText = Readonly<Record<NumberField, string>> & Omit<Settings, NumberField>;

export type SettingsProblems = Readonly<Partial<Record<NumberField, string>>>;

export interface ReadSettings {
  /** Null while a field has a problem. */
  readonly settings: TrainingSettings | null;
  /** One sentence for each invalid field. */
  readonly problems: SettingsProblems;
}

export const LARGEST_SEED = 999_999;
/** A larger shift, as a share of the image's shorter side, cuts into what it shows. */
const LARGEST_SHIFT = 1 / 4;
const OLD_SHIFT = 16;

function largestShift({ shape: [height, width], stored }: TrainedOn): number {
  const largest = Math.floor(Math.min(height, width) * LARGEST_SHIFT);
  return stored ? Math.max(OLD_SHIFT, largest) : largest;
}

/** What settings are for: the numbers of training images and of classes, and the images' shape. */
export interface TrainedOn {
  readonly images: number;
  readonly classes: number;
  readonly shape: MapShape;
  /** They are stored already: earlier versions allowed {@link OLD_SHIFT} in images of any size. */
  readonly stored?: true;
}

/** What the settings of a run on a data set are for. */
export const trainedOn = ({
  counts,
  classes,
  shape,
}: Pick<DataSet, 'counts' | 'classes' | 'shape'>): TrainedOn => ({
  images: counts.training,
  classes: classes.length,
  shape,
});

type Check = (text: string, value: number | null) => string | null;

/** The check of each field; of the training images the run uses `used`. */
const checksOf = (on: TrainedOn, used: number): Readonly<Record<NumberField, Check>> => ({
  learningRate: rateProblem,
  batchSize: (text, value) => batchProblem(text, value, used),
  epochs: epochsProblem,
  seed: rangeProblem(words.seed(), 0, LARGEST_SEED, true),
  dropout: rangeProblem(words.dropout(), 0, 0.9, false),
  l2: rangeProblem(words.l2(), 0, 1, false),
  shift: rangeProblem(words.shift(), 0, largestShift(on), true),
  jitter: rangeProblem(words.jitter(), 0, 1, false),
  images: (text, value) => imagesProblem(text, value, on.images, on.classes),
  labelNoise: rangeProblem(words.labelNoise(), 0, 1, false),
  patience: patienceProblem,
});

/** The settings that differ from their defaults; only those are stored. */
function spare(settings: Settings): TrainingSettings {
  const plain: Readonly<Record<string, unknown>> = { ...PLAIN };
  const { optimizer, learningRate, batchSize, epochs, seed } = settings;
  const changed = Object.entries(settings).filter(
    ([name, value]) => name in plain && !isSameSetting(plain[name], value),
  );
  return { optimizer, learningRate, batchSize, epochs, seed, ...Object.fromEntries(changed) };
}

/**
 * Reads the fields of the training form. Every invalid one gets one sentence, the others are still read. Settings equal to
 * {@link PLAIN} are left out.
 */
export function readSettings(text: SettingsText, on: TrainedOn): ReadSettings {
  const { images, classes } = on;
  const there = text.leftOut === null ? images : images - Math.ceil(images / classes);
  const wanted = numberOf(text.images);
  const unfit = imagesProblem(text.images, wanted, there, classes) !== null;
  const used = wanted === null || unfit ? there : wanted;
  const checks = checksOf({ ...on, images: there }, used);
  const problems: Partial<Record<NumberField, string>> = {};
  const number = (field: NumberField): number => {
    const value = numberOf(text[field]);
    const problem = checks[field](text[field], value);
    if (problem) problems[field] = problem;
    return value ?? Number.NaN;
  };
  const read: Settings = {
    optimizer: text.optimizer,
    learningRate: number('learningRate'),
    batchSize: number('batchSize'),
    epochs: number('epochs'),
    seed: number('seed'),
    schedule: text.schedule,
    initialisation: text.initialisation,
    dropout: number('dropout'),
    l2: number('l2'),
    mirror: text.mirror,
    shift: number('shift'),
    jitter: number('jitter'),
    images: number('images'),
    labelNoise: number('labelNoise'),
    leftOut: text.leftOut,
    shuffle: text.shuffle,
    patience: text.patience.trim() === '' ? null : number('patience'),
    balance: text.balance,
    frozen: text.frozen,
  };
  if (Object.keys(problems).length > 0) return { settings: null, problems };
  return { settings: spare({ ...read, images: used === there ? null : used }), problems };
}

/** Settings as field texts. */
export function settingsText(settings: TrainingSettings): SettingsText {
  const full = inFull(settings);
  return {
    ...full,
    learningRate: typed(full.learningRate),
    batchSize: String(full.batchSize),
    epochs: String(full.epochs),
    seed: String(full.seed),
    dropout: typed(full.dropout),
    l2: typed(full.l2),
    shift: String(full.shift),
    jitter: typed(full.jitter),
    images: full.images === null ? '' : String(full.images),
    labelNoise: typed(full.labelNoise),
    patience: full.patience === null ? '' : String(full.patience),
  };
}
