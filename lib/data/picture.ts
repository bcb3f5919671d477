import { REFERENCE } from '@/lib/course/reference';

/** Height and width of every picture the network sees, in pixels. */
export const PICTURE_SIDE = REFERENCE.input[0];
/** Bytes of one picture: height x width x 3, RGB, row by row. */
export const PICTURE_BYTES = REFERENCE.input[0] * REFERENCE.input[1] * REFERENCE.input[2];

/** One picture that can be sent through the network. */
export interface Picture {
  /** A sample's id ("cat-1"), or "own-..." for the learner's own. */
  readonly id: string;
  readonly kind: 'sample' | 'own';
  /** The class a sample shows, one of CLASSES. Nobody says what an own picture shows. */
  readonly label?: string;
  /** What the page calls it. */
  readonly name: string;
  /** Raw RGB bytes, 64x64x3, NHWC without the batch. */
  readonly pixels: Uint8Array;
}
