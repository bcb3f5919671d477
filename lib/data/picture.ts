import { type MapShape, size } from '@/lib/tensor/tensor';

/** Height, width and channels of every picture as it is kept. */
export const PICTURE_SHAPE: MapShape = [64, 64, 3];
/** Its height and width, in pixels. */
export const PICTURE_SIDE = PICTURE_SHAPE[0];
/** Bytes of one picture: height x width x 3, RGB, row by row. */
export const PICTURE_BYTES = size(PICTURE_SHAPE);

/** One picture that can be sent through the network. */
export interface Picture {
  /** A sample's id ("cat-1"), or "own-..." for the learner's own. */
  readonly id: string;
  readonly kind: 'sample' | 'own';
  /** The class a sample shows, one of the data set’s. Nobody says what an own picture shows. */
  readonly label?: string;
  /** What the page calls it. */
  readonly name: string;
  /** Raw RGB bytes, 64x64x3, NHWC without the batch. */
  readonly pixels: Uint8Array;
}
