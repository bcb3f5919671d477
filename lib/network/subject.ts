/** What a page is about, as data: a network, its images, and the run that made its weights. */
import type { MapShape } from '@/lib/tensor/tensor';
import type { Architecture } from './architecture';
import type { ClassNames } from './class-words';
import type { RunName } from './handle';
import type { TrainingSettings } from './settings';
import type { WeightSet } from './weights';

/** The numbers of training images and of images that are only ever predicted. */
export interface ImageCounts {
  readonly training: number;
  /** The validation images: measured after every epoch, and what is chosen by. */
  readonly heldOut: number;
  /** Images that nothing is chosen by; absent where there are none. */
  readonly test?: number;
  /**
   * By set and class, how many different originals the images show, each in turn as lib/metrics/sources.ts says; absent where
   * every image is an original.
   */
  readonly sources?: Readonly<Partial<Record<PredictedSet, readonly number[]>>>;
}

/** The sets that are only ever predicted. */
export type PredictedSet = 'heldOut' | 'test';

/** The addresses of a set's images, as packs of labelled images. */
export interface ImageAddresses {
  readonly training: string;
  /** The validation images. */
  readonly heldOut: string;
  /** Absent where the set has none besides. */
  readonly test?: string;
  /** The test images are by artists who drew none of the others. */
  readonly byAnother?: true;
  /** They are scaled to the network's input where that has a different shape. */
  readonly scaled?: true;
}

/** A data set that this browser stores, scaled to the network's input and divided by a seed. */
export interface StoredImages {
  /** Its id. */
  readonly set: string;
  readonly seed: number;
  /** How many images it had when the network was made for it, and the classes. */
  readonly count: number;
  readonly classes: readonly string[];
  /** Its name where the site serves it; absent where it is the learner's own. */
  readonly site?: string;
}

/** Where images to train on come from. */
export type ImageSource = ImageAddresses | StoredImages;

export const isStored = (source: ImageSource): source is StoredImages => 'set' in source;

/** The name of a stored set that the site serves; null of the learner's own, and of images that aren't stored. */
export const siteSetName = (source: ImageSource | null): string | null =>
  (source && isStored(source) && source.site) || null;

/** The files that ship of a network: its weights, the log of its run (`log.json`) and the run's epochs (`epochs/`). */
export interface ShippedFiles {
  readonly folder: string;
  /** The weights' files there, in the order in which they are fetched: first what is shown first. */
  readonly weights: readonly [first: string, ...rest: string[]];
}

/** The addresses of everything that the engine fetches of a subject. */
export interface SubjectFiles {
  /** The id of the data set whose images these are; a run is recorded with it. */
  readonly dataSet?: string;
  readonly images: ImageSource | null;
  /** Null where none ship: the weights come from a file. */
  readonly shipped: ShippedFiles | null;
  /** The weights that it was made with, besides those that the learner trains. */
  readonly brought?: WeightSet;
}

/** Where images to look at lie: a list, and a file for each of its entries. */
export interface SampleFiles {
  readonly list: string;
  readonly folder: string;
  /**
   * `bytes`: beside each PNG lie the very bytes of the data set's shape. `png`: only the PNG, from which the input of any
   * network is made. `stored`: they are the test images of the data set that this browser stores.
   */
  readonly form: 'bytes' | 'png' | 'stored';
  /** Some with plain shapes, on which it is easy to see what a convolution finds. */
  readonly plain?: readonly { readonly id: string; readonly label: string }[];
}

/** The description of a set of labelled images; `lib/data` reads the images themselves. */
export interface DataSet {
  readonly id: string;
  /** In the order of the labels' indices. */
  readonly classes: readonly string[];
  /** The class names in the reader's language. */
  readonly names: ClassNames;
  /** Of one image: height, width, channels. */
  readonly shape: MapShape;
  /** Its images can be drawn on a pad, and are prepared as this set was; absent where they can't. */
  readonly pad?: 'mnist';
  readonly counts: ImageCounts;
  /** Null if they don't ship with the site: then there is nothing to train on. */
  readonly images: ImageSource | null;
  readonly samples: SampleFiles;
  /** The image of a first visit: one of the samples. */
  readonly first: { readonly id: string; readonly label: string };
}

/** Everything that the site shows is about one subject. */
export interface Subject {
  /**
   * The name under which a browser stores data about it: letters, digits, "-" and "_", see
   * {@link SUBJECT_ID}.
   */
  readonly id: string;
  readonly architecture: Architecture;
  readonly dataSet: DataSet;
  /**
   * Which weights the page requests from the engine when it opens, or the weights themselves. `kept`: those that the
   * learner trained, or else the shipped ones, or where none ship initial ones.
   */
  readonly weights: 'kept' | 'shipped' | { readonly opened: WeightSet };
  /** The recorded run of the subject's own weights; null where there is none. */
  readonly run: RunName | null;
  readonly shipped: ShippedFiles | null;
  /** Weights that it was made with, where `weights` are those that the learner trains. */
  readonly brought?: WeightSet;
  /** Where it goes on from a network whose data set was mended: how well that did on the same test images. */
  readonly before?: TestResult;
  /** The settings that its training begins with, where they differ from the usual ones. */
  readonly settings?: Partial<TrainingSettings>;
}

/** A network's result on the test images. */
export interface TestResult {
  readonly accuracy: number;
  readonly loss: number;
  readonly count: number;
}

/** A subject that comes with the site. */
export interface ShippedSubject extends Subject {
  readonly shipped: ShippedFiles;
}

export const filesOf = ({ dataSet, shipped, brought }: Subject): SubjectFiles => ({
  dataSet: dataSet.id,
  images: dataSet.images,
  shipped,
  ...(brought && { brought }),
});

/** The form of a subject's id, which is part of file names, store names and addresses. */
export const SUBJECT_ID = /^[\w-]{1,64}$/;

/** Data that was stored without a subject's name is this one's: it is from the time when there was only one. */
export const UNNAMED_SUBJECT = 'drawings';

/**
 * The storage name of a subject's part of something: "progress/letters". {@link UNNAMED_SUBJECT} has the bare
 * name, so no stored data needs to be moved.
 */
export const keptName = (name: string, subject: string): string =>
  subject === UNNAMED_SUBJECT ? name : `${name}/${subject}`;

/**
 * The subject whose part of `name` is stored under `key`; null where it is something else. The inverse of
 * {@link keptName}.
 */
export function subjectOfName(name: string, key: string): string | null {
  if (key === name) return UNNAMED_SUBJECT;
  const subject = key.startsWith(`${name}/`) ? key.slice(name.length + 1) : '';
  return SUBJECT_ID.test(subject) && subject !== UNNAMED_SUBJECT ? subject : null;
}
