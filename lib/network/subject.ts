/** What a page is about, as data: a network, the images it is about, and the run that made its weights. */
import type { MapShape } from '@/lib/tensor/tensor';
import type { Architecture } from './architecture';
import type { RunName } from './handle';

/** How many images of a data set are trained on, and how many are only ever predicted. */
export interface ImageCounts {
  readonly training: number;
  readonly heldOut: number;
}

/** A set of labelled images, described; `lib/data` reads the images themselves. */
export interface DataSet {
  readonly id: string;
  /** In the order of the labels' indices. */
  readonly classes: readonly string[];
  /** Of one image: height, width, channels. */
  readonly shape: MapShape;
  readonly counts: ImageCounts;
  /** The image that a first visit begins with, and its class. */
  readonly first: { readonly id: string; readonly label: string };
}

/** Everything that is shown is about one subject. */
export interface Subject {
  readonly architecture: Architecture;
  readonly dataSet: DataSet;
  /** Which weights the engine is asked for when the page opens. */
  readonly weights: 'kept' | 'shipped';
  /** The recorded run that the subject's own weights come from; null where there is none. */
  readonly run: RunName | null;
}
