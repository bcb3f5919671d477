import { PICTURE_BYTES } from './picture';

/** Labelled pictures, as training takes them. */
export interface LabelledPictures {
  readonly count: number;
  /** count x 64 x 64 x 3 raw bytes, NHWC. */
  readonly pixels: Uint8Array;
  /** One class index per picture, in the order of the data set’s classes. */
  readonly labels: Uint8Array;
}

/** The bytes of one picture of a set: a view, not a copy. */
export const pictureOf = (set: LabelledPictures, index: number): Uint8Array =>
  set.pixels.subarray(index * PICTURE_BYTES, (index + 1) * PICTURE_BYTES);
