/** A layer as Keras describes it, before anything of it is understood. */

export type Config = Readonly<Record<string, unknown>>;

/** A layer of a Keras model, with where it stands. */
export interface KerasLayer {
  readonly file: string;
  readonly className: string;
  readonly name: string;
  readonly config: Config;
  /** Counted from 1, in the order of the file. */
  readonly place: number;
  readonly of: number;
  /** As the file connects a functional model's layer with others, unread. */
  readonly inbound: unknown;
}

/** Where a layer stands, for sentences. */
export const spotOf = ({ file, name, place, of }: KerasLayer) => ({ file, layer: name, place, of });
