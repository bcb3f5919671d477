/** One image that can be sent through the network. */
export interface InputImage {
  /** A sample's id ("cat-1"), or "own-..." for the learner's own. */
  readonly id: string;
  readonly kind: 'sample' | 'own';
  /** The class a sample shows, one of the data set’s. Nobody says what an own image shows. */
  readonly label?: string;
  /** What the page calls it. */
  readonly name: string;
  /** Raw bytes of the data set's shape, NHWC without the batch. */
  readonly pixels: Uint8Array;
}
