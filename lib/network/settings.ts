export const OPTIMIZERS = ['sgd', 'momentum', 'adam', 'rmsprop'] as const;
export type Optimizer = (typeof OPTIMIZERS)[number];

/** How the learning rate changes during a run; computed in `lib/engine/training/optimizer/schedule.ts`. */
export const SCHEDULES = ['constant', 'steps', 'cosine'] as const;
export type Schedule = (typeof SCHEDULES)[number];

/** How the spread of the initial weights is chosen; computed in `lib/network/initial-weights.ts`. */
export const DRAWN_INITIALISATIONS = ['he', 'glorot', 'normal', 'zeros'] as const;
/** A run can also begin with the weights that the network was opened with. */
export const INITIALISATIONS = [...DRAWN_INITIALISATIONS, 'opened'] as const;
export type Initialisation = (typeof INITIALISATIONS)[number];

/** The settings beyond the five basic ones. */
export interface FurtherSettings {
  readonly schedule: Schedule;
  readonly initialisation: Initialisation;
  /** The share of values that is set to 0 before the last layer, drawn again for each image and step. */
  readonly dropout: number;
  /**
   * How strongly large kernels are pulled towards 0: this times the sum of their squares is added to the
   * loss.
   */
  readonly l2: number;
  /** Whether half of the images, drawn again each epoch, are mirrored. */
  readonly mirror: boolean;
  /** By how many pixels at most an image is shifted vertically and horizontally. */
  readonly shift: number;
  /** How much an image's brightness and contrast may change, as a share of the range. */
  readonly jitter: number;
  /** How many of the training images are used; null for all. */
  readonly images: number | null;
  /** The share of the training images that get a wrong label. */
  readonly labelNoise: number;
  /** The index of a class whose training images are left out; null for none. */
  readonly leftOut: number | null;
  /** Whether each epoch shuffles the images; otherwise they come class after class. */
  readonly shuffle: boolean;
  /**
   * How many epochs a run goes on without a new low of the validation loss before it stops; it then keeps the weights of
   * its best epoch. Null: it trains all its epochs, and keeps those of the last one.
   */
  readonly patience: number | null;
  /** Whether an epoch draws the same number of images of each class, whatever their number. */
  readonly balance: boolean;
  /** The ids of the stages whose weights stay as they are; in the order of the stages. */
  readonly frozen: readonly string[];
}

/** A run is determined by these and the images alone: the same settings repeat it. */
export interface TrainingSettings extends Partial<FurtherSettings> {
  readonly optimizer: Optimizer;
  readonly learningRate: number;
  readonly batchSize: number;
  /** The last epoch of the run; a run that branched from another one continues its count. */
  readonly epochs: number;
  /** Determines the initial weights, the order of the images and all other random draws. */
  readonly seed: number;
}

/** The defaults. */
export const PLAIN: FurtherSettings = {
  schedule: 'constant',
  initialisation: 'he',
  dropout: 0,
  l2: 0,
  mirror: false,
  shift: 0,
  jitter: 0,
  images: null,
  labelNoise: 0,
  leftOut: null,
  shuffle: true,
  patience: null,
  balance: false,
  frozen: [],
};

/** Whether two values of a setting are the same. */
export const isSameSetting = (one: unknown, other: unknown): boolean => String(one) === String(other);

/** Settings with all defaults filled in. */
export const inFull = (settings: TrainingSettings): TrainingSettings & FurtherSettings => ({
  ...PLAIN,
  ...settings,
});
