/** What the symbols of a formula stand for at present: plain numbers, to be listed and drawn beside it. */

import type { ClassNaming } from '@/lib/network/class-words';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import type { LossGradients } from '@/lib/provenance/loss';
import type { Result } from '@/lib/result';
import type { Cell, MapShape } from '@/lib/tensor/tensor';

/** Numbers in rows and columns that light up with their symbol. */
export interface Part {
  readonly symbol: string;
  readonly title: string;
  /** Row by row. */
  readonly values: Float32Array;
  readonly columns: number;
  readonly rowNames?: readonly string[];
  readonly columnNames?: readonly string[];
  /** Where in `values` the one stands that the symbol's value is. */
  readonly marked?: number;
  /** How they are coloured, in one range with the other parts of the symbol; without it they are not. */
  readonly scale?: 'values' | 'signed';
  /** These are the places of a map of the first convolution, on which one walks to another; else a small table. */
  readonly walks?: { readonly channel: number };
  /** Parts of one group stand side by side. */
  readonly group?: string;
}

export interface Reading {
  /** Which value of the network the formula is about, in a sentence. */
  readonly about: string;
  /** The present value of each symbol. */
  readonly values: Readonly<Record<string, number>>;
  readonly parts: readonly Part[];
  /** The symbol whose value comes out of the others', and is shown in as many digits as they give. */
  readonly result?: string;
  /** The followed cell of the first convolution, where the formula is about one. */
  readonly cell?: MapShape;
}

/** What formulas are read from: a complete trace of the chosen image, and the way back from its loss. */
export interface Live {
  readonly pipeline: Pipeline;
  /** What its classes are called. */
  readonly classWord: ClassNaming;
  readonly trace: Pick<Trace, 'stages' | 'weights'>;
  readonly gradients: LossGradients;
  /** The class that is looked at; for the loss it is the right one. */
  readonly label: number;
  /** The cell of the first convolution that the learner follows; null: the one that shows the most. */
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

/** The places of the `count` largest magnitudes, the largest first, of equals the first. */
export const largest = (values: ArrayLike<number>, count: number): number[] =>
  Array.from({ length: values.length }, (_, at) => at)
    .sort((a, b) => Math.abs(values[b]) - Math.abs(values[a]))
    .slice(0, count);
