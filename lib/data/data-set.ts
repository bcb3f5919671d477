import { type MapShape, size } from '@/lib/tensor/tensor';

/** Labelled pictures, as training takes them. */
export interface LabelledPictures {
  readonly count: number;
  /** Of one picture: height, width, channels. */
  readonly shape: MapShape;
  /** count x height x width x channels raw bytes, NHWC. */
  readonly pixels: Uint8Array;
  /** One class index per picture, in the order of the data set’s classes. */
  readonly labels: Uint8Array;
}

/** The bytes of one picture of a set: a view, not a copy. */
export function pictureOf({ pixels, shape }: LabelledPictures, index: number): Uint8Array {
  const bytes = size(shape);
  return pixels.subarray(index * bytes, (index + 1) * bytes);
}

/** The bytes of the pictures of a set with these indices, one after the other: a copy. */
export function picturesOf(set: LabelledPictures, indices: readonly number[]): Uint8Array {
  const bytes = size(set.shape);
  const pixels = new Uint8Array(indices.length * bytes);
  for (const [at, index] of indices.entries()) pixels.set(pictureOf(set, index), at * bytes);
  return pixels;
}
