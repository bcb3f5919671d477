import { type MapShape, size } from '@/lib/tensor/tensor';

/** Labelled images, as training needs them. */
export interface LabelledImages {
  readonly count: number;
  /** Of one image: height, width, channels. */
  readonly shape: MapShape;
  /** count x height x width x channels raw bytes, NHWC. */
  readonly pixels: Uint8Array;
  /** One class index per image, in the order of the data set’s classes. */
  readonly labels: Uint8Array | Uint16Array;
  /** Where each image lies in the stored set that it comes from; absent where it comes from none. */
  readonly places?: readonly number[];
}

/** The bytes of one image of a set: a view, not a copy. */
export function imageOf({ pixels, shape }: LabelledImages, index: number): Uint8Array {
  const bytes = size(shape);
  return pixels.subarray(index * bytes, (index + 1) * bytes);
}

/** The bytes of the images of a set with these indices, one after the other: a copy. */
export function imagesOf(set: LabelledImages, indices: readonly number[]): Uint8Array {
  const bytes = size(set.shape);
  const pixels = new Uint8Array(indices.length * bytes);
  for (const [at, index] of indices.entries()) pixels.set(imageOf(set, index), at * bytes);
  return pixels;
}
