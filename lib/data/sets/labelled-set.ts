/** A data set as it was read: labelled images of one shape, in memory, with what was noticed on the way. */
import type { Problem } from '@/lib/result';
import type { MapShape } from '@/lib/tensor/tensor';
import type { KnownSet } from './known/published';
import type { Odd } from './look/odd';
import type { SetCard } from './take/card';

/** What an image is for, in the order of its numbers in a set. */
export const SPLITS = ['training', 'validation', 'test'] as const;
export type Split = (typeof SPLITS)[number];

/** The forms that data sets are read from. */
export type SetForm = 'images' | 'cifar10' | 'cifar100' | 'idx' | 'npz' | 'camera' | 'pad';

export interface LabelledSet extends Besides {
  readonly name: string;
  readonly form: SetForm;
  readonly classes: readonly string[];
  /** Of one image: height, width, channels (1: grey, 3: colour). */
  readonly shape: MapShape;
  readonly count: number;
  /** count x height x width x channels bytes, NHWC. */
  readonly pixels: Uint8Array<ArrayBuffer>;
  /** A class of `classes` for each image. */
  readonly labels: Uint16Array<ArrayBuffer>;
  /** A place in SPLITS for each image; all 0 where the set isn't divided. */
  readonly splits: Uint8Array<ArrayBuffer>;
  /** Images of an unusual size or colour mode; absent where there are none. */
  readonly odd?: readonly Odd[];
  /** One sentence each for the learner: what was passed over, or is unusual. */
  readonly notes: readonly string[];
}

/** What may be known of a set besides its images; what isn't known isn't there. */
export interface Besides {
  /** What its owner says about it. */
  readonly card?: SetCard;
  /** How images of other proportions were read. */
  readonly fit?: Fit;
  /**
   * How many originals the images of each split show, as whoever made the images from them recorded it; no original is in two
   * splits.
   */
  readonly originals?: Originals;
  /** The well-known set that it was recognised as when it was read. */
  readonly known?: KnownSet;
}

/** That alone. */
export const besides = ({ card, fit, originals, known }: Besides): Besides => ({
  ...(card && { card }),
  ...(fit && { fit }),
  ...(originals && { originals }),
  ...(known && { known }),
});

export type Originals = Readonly<Record<Split, number>>;

/** Of an image with other proportions `crop` takes the middle, `stretch` all of it. */
export const FITS = ['crop', 'stretch'] as const;
export type Fit = (typeof FITS)[number];

/** What the learner decides before a set is read. */
export interface SetChoice {
  /** What every image becomes. */
  readonly shape: MapShape;
  readonly fit: Fit;
}

/** What a form's files promise before their images are read. */
export interface SetSummary {
  readonly name: string;
  readonly form: SetForm;
  readonly container: 'files' | 'zip' | 'tar';
  /** How many images there are, at most. */
  readonly count: number;
  readonly classes: readonly string[];
  /** The shape of all images, or of the first file; null where that is unknown. */
  readonly natural: MapShape | null;
}

/** So many images of all have been read, or passed over. */
export interface ReadProgress {
  readonly done: number;
  readonly total: number;
}

/** What became of reading: the whole set, or what was read before a problem or a cancellation. */
export interface ReadOutcome {
  /** Null where nothing was read. */
  readonly set: LabelledSet | null;
  /** Why it is not whole; null where it is. */
  readonly problem: Problem | null;
}

/** How many images there are of each class in each split: `[split][class]`. */
export function countsOf({ labels, splits, classes }: Pick<LabelledSet, 'labels' | 'splits' | 'classes'>) {
  const counts = SPLITS.map(() => new Array<number>(classes.length).fill(0));
  for (let at = 0; at < labels.length; at++) counts[splits[at]][labels[at]] += 1;
  return counts;
}
