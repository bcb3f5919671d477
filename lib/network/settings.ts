export const OPTIMIZERS = ['sgd', 'momentum', 'adam', 'rmsprop'] as const;
export type Optimizer = (typeof OPTIMIZERS)[number];

/** How the learning rate goes on through a run; `lib/engine/training/optimizer/schedule.ts` says by how much. */
export const SCHEDULES = ['constant', 'steps', 'cosine'] as const;
export type Schedule = (typeof SCHEDULES)[number];

/** How wide the first weights are drawn; `lib/engine/worker/initial-weights.ts` says how. */
export const INITIALISATIONS = ['he', 'glorot', 'normal', 'zeros'] as const;
export type Initialisation = (typeof INITIALISATIONS)[number];

/** What can be set besides the five basic settings. */
export interface FurtherSettings {
  readonly schedule: Schedule;
  readonly initialisation: Initialisation;
  /** The share of values that is set to 0 before the last layer, anew for each image and step. */
  readonly dropout: number;
  /** How strongly large kernels are pulled towards 0: this times the sum of their squares counts as loss. */
  readonly l2: number;
  /** Whether half of the images, drawn anew each epoch, are met mirrored. */
  readonly mirror: boolean;
  /** By how many pixels at most an image is moved down or up and right or left. */
  readonly shift: number;
  /** How much brighter, darker, harsher or flatter an image may get, as a share of the range. */
  readonly jitter: number;
  /** How many of the training images are used; null for all. */
  readonly images: number | null;
  /** The share of the training images that are taught with a wrong class. */
  readonly labelNoise: number;
  /** The index of a class of which no training image is met; null for none. */
  readonly leftOut: number | null;
  /** Whether each epoch meets the images in another order; else class after class. */
  readonly shuffle: boolean;
}

/** A run is made of these and of the images, of nothing else: the same settings repeat it. */
export interface TrainingSettings extends Partial<FurtherSettings> {
  readonly optimizer: Optimizer;
  readonly learningRate: number;
  readonly batchSize: number;
  /** The epoch after which the run is over; a run that left another one counts on from there. */
  readonly epochs: number;
  /** Initial weights, the order of the images and everything else that is drawn follow from it. */
  readonly seed: number;
}

/** What holds where nothing else is set. */
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
};

/** Settings with nothing left open. */
export const inFull = (settings: TrainingSettings): TrainingSettings & FurtherSettings => ({
  ...PLAIN,
  ...settings,
});
