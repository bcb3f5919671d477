/** What a page is about, as data: a network, the images it is about, and the run that made its weights. */
import type { MapShape } from '@/lib/tensor/tensor';
import type { Architecture } from './architecture';
import type { ClassNames } from './class-words';
import type { RunName } from './handle';

/** How many images of a data set are trained on, and how many are only ever predicted. */
export interface ImageCounts {
  readonly training: number;
  readonly heldOut: number;
}

/** Where a set's images lie, as packs of labelled images. */
export interface ImageAddresses {
  readonly training: string;
  readonly heldOut: string;
}

/** Where what ships of a network lies: its weights, the log of its run (`log.json`) and the run's epochs (`epochs/`). */
export interface ShippedFiles {
  readonly folder: string;
  /** The weights' files there, in the order in which they are fetched: what is seen first comes first. */
  readonly weights: readonly [first: string, ...rest: string[]];
}

/** Where everything lies that the engine fetches of a subject. */
export interface SubjectFiles {
  readonly images: ImageAddresses | null;
  readonly shipped: ShippedFiles;
}

/** A set of labelled images, described; `lib/data` reads the images themselves. */
export interface DataSet {
  readonly id: string;
  /** In the order of the labels' indices. */
  readonly classes: readonly string[];
  /** What they are called in the reader's language. */
  readonly names: ClassNames;
  /** Of one image: height, width, channels. */
  readonly shape: MapShape;
  readonly counts: ImageCounts;
  /** Null where they don't come with the site: then nothing can be trained on them there. */
  readonly images: ImageAddresses | null;
  /** The image that a first visit begins with, and its class. */
  readonly first: { readonly id: string; readonly label: string };
}

/** Everything that is shown is about one subject. */
export interface Subject {
  /** What a browser keeps about it has this name: letters, digits, "-" and "_", see {@link SUBJECT_ID}. */
  readonly id: string;
  readonly architecture: Architecture;
  readonly dataSet: DataSet;
  /** Which weights the engine is asked for when the page opens. */
  readonly weights: 'kept' | 'shipped';
  /** The recorded run that the subject's own weights come from; null where there is none. */
  readonly run: RunName | null;
  readonly shipped: ShippedFiles;
}

export const filesOf = ({ dataSet, shipped }: Subject): SubjectFiles => ({ images: dataSet.images, shipped });

/** What a subject's id looks like: it stands in names of files, of stores and in addresses. */
export const SUBJECT_ID = /^[\w-]{1,64}$/;

/** The subject that was there before there were others: what was kept without a subject's name is about it. */
export const FIRST_SUBJECT = 'drawings';

/** The images of {@link FIRST_SUBJECT}: what is trained on where no others are named. */
export const FIRST_IMAGES: ImageAddresses = {
  training: '/pictures/training.bin',
  heldOut: '/pictures/held-out.bin',
};

/** What ships of its network, likewise: the small layers' weights apart, because they draw the first maps. */
export const FIRST_SHIPPED: ShippedFiles = {
  folder: '/model',
  weights: ['conv.safetensors', 'dense.safetensors'],
};

/**
 * What a subject's part of something that is kept is called: "progress/letters". That of {@link FIRST_SUBJECT} has the
 * bare name, as it had when there was no other one: nothing that a browser has kept needs to be moved.
 */
export const keptName = (name: string, subject: string): string =>
  subject === FIRST_SUBJECT ? name : `${name}/${subject}`;

/** The subject whose part of `name` is kept under `key`; null where it is something else. The inverse of {@link keptName}. */
export function subjectOfName(name: string, key: string): string | null {
  if (key === name) return FIRST_SUBJECT;
  const subject = key.startsWith(`${name}/`) ? key.slice(name.length + 1) : '';
  return SUBJECT_ID.test(subject) && subject !== FIRST_SUBJECT ? subject : null;
}
