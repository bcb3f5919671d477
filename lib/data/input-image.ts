/** One image that can be sent through the network. */
export interface InputImage {
  /** A sample's id ("cat-1"), or "own-..." for the learner's own. */
  readonly id: string;
  readonly kind: 'sample' | 'own';
  /** The class of a sample, one of the data set’s. Unknown for the learner's own image. */
  readonly label?: string;
  /** Of a sample: a photograph, not a drawing; absent for drawings. */
  readonly photograph?: true;
  /** Its name on the page. */
  readonly name: string;
  /** Raw bytes of the data set's shape, NHWC without the batch. */
  readonly pixels: Uint8Array;
}

/** One entry of the list of samples. */
export interface Sample {
  readonly id: string;
  /** One of the data set's classes. */
  readonly label: string;
  /** The artist, by the name of the set in the credits; of a photograph, who took it. */
  readonly artist: string;
  /** A test image: of the course's, by an artist whose drawings are never trained on. */
  readonly heldOut: boolean;
  /** A photograph, not a drawing; absent for drawings. */
  readonly photograph?: true;
}
