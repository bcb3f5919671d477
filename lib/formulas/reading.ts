/** The current values of a formula's symbols: plain numbers, to be listed and drawn beside it. */

import type { ClassNaming } from '@/lib/network/class-words';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import type { LossGradients } from '@/lib/provenance/loss';
import type { Result } from '@/lib/result';
import type { Cell, MapShape } from '@/lib/tensor/tensor';

/** Numbers in rows and columns that are highlighted with their symbol. */
export interface Part {
  readonly symbol: string;
  readonly title: string;
  /** Row by row. */
  readonly values: Float32Array;
  readonly columns: number;
  readonly rowNames?: readonly string[];
  readonly columnNames?: readonly string[];
  /** The index in `values` of the symbol's own value. */
  readonly marked?: number;
  /** Their colour scale, with one range for all parts of the symbol; without it they are not coloured. */
  readonly scale?: 'values' | 'signed';
  /**
   * These are places of a map of the first convolution that the learner can walk over; otherwise a small
   * table.
   */
  readonly walks?: { readonly channel: number };
  /** Parts of one group stand side by side. */
  readonly group?: string;
}

export interface Reading {
  /** The value of the network that the formula is about, in a sentence. */
  readonly about: string;
  /** The current value of each symbol. */
  readonly values: Readonly<Record<string, number>>;
  readonly parts: readonly Part[];
  /** The symbol that is computed from the others, and shown with as many digits as they determine. */
  readonly result?: string;
  /** The shape of the first convolution, where the formula is about one of its cells. */
  readonly cell?: MapShape;
}

/** The input of a formula: a complete trace of the chosen image, and the backward pass from its loss. */
export interface Live {
  readonly pipeline: Pipeline;
  /** Names its classes. */
  readonly classWord: ClassNaming;
  readonly trace: Pick<Trace, 'stages' | 'weights'>;
  readonly gradients: LossGradients;
  /** The class in question; for the loss it is the actual one. */
  readonly label: number;
  /** The cell of the first convolution that the learner follows; null: the most telling one. */
  readonly cell: Cell | null;
}

export type Read = (live: Live) => Result<Reading>;

/** One number as a part. */
export const single = (symbol: string, title: string, value: number, scale?: Part['scale']): Part => ({
  symbol,
  title,
  values: Float32Array.of(value),
  columns: 1,
  marked: 0,
  scale,
});

/** The indices of the `count` largest magnitudes, the largest first, of equals the first. */
export const largest = (values: ArrayLike<number>, count: number): number[] =>
  Array.from({ length: values.length }, (_, at) => at)
    .sort((a, b) => Math.abs(values[b]) - Math.abs(values[a]))
    .slice(0, count);
