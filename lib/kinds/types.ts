import type { Cell, Shape, Tensor } from '@/lib/tensor/tensor';

import type { Layer } from './layers';

export type * from './layers';

/** What parameters are called, in the order in which they are listed and stored. */
export const PARAMETERS = ['kernel', 'bias', 'gamma', 'beta', 'movingMean', 'movingVariance'] as const;
export type ParameterName = (typeof PARAMETERS)[number];
/** Something for each parameter that a layer has. */
export type ByParameter<T> = { readonly [P in ParameterName]?: T };

/** What a kind says of a parameter, before there are numbers. */
export interface ParameterSpec {
  readonly shape: readonly number[];
  /** Whether gradients change it in training; else it is measured there. */
  readonly trained: boolean;
  /** What a run begins with: numbers that are drawn, or the same number everywhere. */
  readonly initial: 'drawn' | number;
}

/** The numbers of a parameter, in the order of its axes. */
export interface Parameter {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/**
 * A layer's parameters. Kernel: conv2d [height, width, in, filters], dense [in, units]. Bias: [filters] or [units].
 * Gamma, beta, moving mean and variance: [channels].
 */
export type Weights = ByParameter<Parameter>;

/** One weight of a layer: its index in the parameter, of as many numbers as that has axes. */
export interface WeightPlace {
  readonly part: ParameterName;
  readonly index: readonly number[];
}

/** The axes of a map. */
export type Axis = 'height' | 'width';

/** How a window walks over the layer's input, along one axis; the receptive field is folded from these. */
export interface Window {
  readonly size: number;
  readonly stride: number;
  /** Cells of zero padding before the first value. */
  readonly before: number;
}

/** One addend (or one candidate of a maximum) of a value. */
export interface Term {
  /** The cell of the layer's input this term reads. */
  readonly source: Cell;
  /** The input value at that cell; 0 in a convolution's padding, where `source` lies outside and `padded` is set. */
  readonly value: number;
  /** What it is multiplied by; absent where nothing is multiplied (max pooling, flatten). */
  readonly weight?: number;
  /** What it brings to the sum: value x weight, or the value itself. */
  readonly product: number;
  readonly padded?: boolean;
}

/** The exact arithmetic of one value, from the layer's own input. */
export interface Explanation {
  readonly cell: Cell;
  /** The value the layer answers at that cell. */
  readonly value: number;
  /** The value before the activation; equals `value` where the layer has none. */
  readonly before: number;
  readonly bias?: number;
  readonly terms: readonly Term[];
  /** max pooling: which term won (the first of equals, as the engine does). */
  readonly winner?: number;
  /** softmax: for each unit, in order, what it brings to the probabilities. */
  readonly softmax?: readonly SoftmaxTerm[];
  /** The sum in words: "sum of 27 products + bias, then ReLU". */
  readonly formula: string;
}

/** One unit's way from its logit to its probability. */
export interface SoftmaxTerm {
  readonly logit: number;
  /** exp(logit - largest logit), at most 1: the shift keeps exp from overflowing and changes no probability. */
  readonly shifted: number;
  /** `shifted` over the sum of all units' `shifted`. */
  readonly probability: number;
}

export interface LayerCode {
  readonly keras: string;
  readonly tensorflowjs: string;
  readonly pytorch: string;
}

/**
 * What a layer made of one image, in one or two sentences with its real numbers: from the shape of its input and its
 * output. `nameOf` names the classes where its units stand for them.
 */
export type Summary<L extends Layer> = (
  layer: L,
  input: Shape,
  output: Tensor,
  nameOf: (unit: number) => string,
) => string;

/** A number or shape of a layer for the midst of a sentence, from its settings and the shape of its input. */
export type LayerFact<L extends Layer> = (layer: L, input: Shape) => string;

/** Everything the site says about a kind of layer. `layer.ts` in the folder of each kind implements it; `registry.ts` lists them. */
export interface LayerRules<L extends Layer> {
  readonly kind: L['kind'];
  /** What a heading calls such a layer, in lower case: "convolution". */
  readonly name: string;
  /** What its id begins with where nobody names it, "conv", and whether the first one has a number too. */
  readonly stem: string;
  readonly numbered: boolean;
  /** Whether it stands for what comes into the network: the first layer, and no other. */
  readonly isSource: boolean;
  /** Whether its values are those of its input, which only stand in one row. */
  readonly unrolls: boolean;
  /** Whether such a layer can be the last one, whose units stand for the classes. */
  readonly canBeLast: boolean;
  /** What this layer does, in a few words for a caption: "32 kernels 3 × 3, ReLU". */
  operation(layer: L): string;
  /** What is impossible about this layer on this input, as one sentence naming the layer; null when all is well. */
  problem(layer: L, input: Shape): string | null;
  /** The shape of what the layer answers. Trusts that `problem` is null; so do all functions below. */
  outputShape(layer: L, input: Shape): Shape;
  /** What such a layer learns or measures, or null where there is nothing. */
  parameters(layer: L, input: Shape): ByParameter<ParameterSpec> | null;
  /** Multiplications with their additions, for one picture (padding counted in). */
  multiplyAdds(layer: L, input: Shape): number;
  /** The window along an axis of the input, whose length is given, or null where the layer sees its whole input. */
  window(layer: L, length: number, axis: Axis): Window | null;
  /**
   * The value of full brightness in what comes out, where `high` is the one in what comes in; null where what comes out
   * is no image any more.
   */
  brightness(layer: L, high: number): number | null;
  /**
   * The arithmetic of the value at `cell` of the output, in double precision, from the layer's input and weights.
   * For softmax all logits are computed from them too.
   * @throws Error when the cell is of the wrong rank, or weights are missing where the layer has some.
   */
  explain(layer: L, input: Tensor, weights: Weights | null, cell: Cell): Explanation;
  /**
   * The gradient to the layer's input from the gradient to its sums, before the activation: both flat and in double
   * precision. A pooling gives all to the winner, as {@link explain} names it.
   * @throws Error when weights are missing where the layer has some.
   */
  pullBack(layer: L, input: Tensor, weights: Weights | null, gradient: Float64Array): Float64Array;
  /**
   * What is added in each channel of the output, whatever the input is: a layer's sums are linear in the input but for
   * this. Null where nothing is.
   */
  offsets(layer: L, weights: Weights | null): ArrayLike<number> | null;
  /**
   * Which value a weight meets for each place of the output, row by row: its place on the plane of the weight's own
   * input channel, or -1 in the padding. Null where it is added and meets nothing, and for a layer without parameters.
   */
  meets(layer: L, input: Shape, place: WeightPlace): Int32Array | null;
  /** The one line that makes this layer in each library. PyTorch counts channels first, the others last. */
  code(layer: L, input: Shape): LayerCode;
}
