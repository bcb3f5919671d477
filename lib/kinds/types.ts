import type { Cell, Shape, Tensor } from '@/lib/tensor/tensor';

import type { Layer } from './layers';

export type * from './layers';

/** The names of parameters, in the order in which they are listed and stored. */
export const PARAMETERS = ['kernel', 'bias', 'gamma', 'beta', 'movingMean', 'movingVariance'] as const;
export type ParameterName = (typeof PARAMETERS)[number];
/** A value for each parameter of a layer. */
export type ByParameter<T> = { readonly [P in ParameterName]?: T };

/** A parameter before it has numbers. */
export interface ParameterSpec {
  readonly shape: readonly number[];
  /** Whether gradients change it in training; otherwise it is measured there. */
  readonly trained: boolean;
  /** The initial values of a run: drawn numbers, or the same number everywhere. */
  readonly initial: 'drawn' | number;
}

/** The numbers of a parameter, in the order of its axes. */
export interface Parameter {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/**
 * A layer's parameters. Kernel: conv2d [height, width, in, filters], dense [in, units]. Bias: [filters] or
 * [units]. Gamma, beta, moving mean and variance: [channels].
 */
export type Weights = ByParameter<Parameter>;

/** One weight of a layer: its parameter, and its index along each axis. */
export interface WeightPlace {
  readonly part: ParameterName;
  readonly index: readonly number[];
}

/** The axes of a map. */
export type Axis = 'height' | 'width';

/** How a window moves over the layer's input along one axis; the receptive field is computed from these. */
export interface Window {
  readonly size: number;
  readonly stride: number;
  /** Cells of zero padding before the first value. */
  readonly before: number;
}

/** One addend (or one candidate of a maximum) of a value. */
export interface Term {
  /** The cell of the layer's input that this term reads. */
  readonly source: Cell;
  /**
   * The input value at that cell; 0 in a convolution's padding, where `source` lies outside and `padded` is
   * set.
   */
  readonly value: number;
  /** The factor; absent where nothing is multiplied (max pooling, flatten). */
  readonly weight?: number;
  /** Its contribution to the sum: value x weight, or the value itself. */
  readonly product: number;
  readonly padded?: boolean;
}

/** The exact arithmetic of one value, from the layer's own input. */
export interface Explanation {
  readonly cell: Cell;
  /** The layer's output at that cell. */
  readonly value: number;
  /** The value before the activation; equals `value` where the layer has none. */
  readonly before: number;
  readonly bias?: number;
  readonly terms: readonly Term[];
  /** max pooling: the index of the winner (the first of equals, as in the engine). */
  readonly winner?: number;
  /** softmax: each unit's contribution to the probabilities, in order. */
  readonly softmax?: readonly SoftmaxTerm[];
  /** The sum in words: "sum of 27 products + bias, then ReLU". */
  readonly formula: string;
}

/** One unit's steps from logit to probability. */
export interface SoftmaxTerm {
  readonly logit: number;
  /**
   * exp(logit - largest logit), at most 1: the shift keeps exp from overflowing and changes no probability.
   */
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
 * Summarizes a layer's effect on one image in one or two sentences with its real numbers, from its input
 * shape and its output. `nameOf` names the classes where the units stand for them.
 */
export type Summary<L extends Layer> = (
  layer: L,
  input: Shape,
  output: Tensor,
  nameOf: (unit: number) => string,
) => string;

/** A number or shape of a layer for use within a sentence, from its settings and input shape. */
export type LayerFact<L extends Layer> = (layer: L, input: Shape) => string;

/**
 * Everything that the site knows about a kind of layer. `layer.ts` in each kind's folder implements it;
 * `registry.ts` lists them.
 */
export interface LayerRules<L extends Layer> {
  readonly kind: L['kind'];
  /** The name of this kind in a heading, in lower case: "convolution". */
  readonly name: string;
  /** The prefix of default ids, such as "conv", and whether the first one is numbered too. */
  readonly stem: string;
  readonly numbered: boolean;
  /** Whether it is the network's input: the first layer, and no other. */
  readonly isSource: boolean;
  /** Whether its values are those of its input, only arranged in one row. */
  readonly unrolls: boolean;
  /** How many units it has, which as the last layer stand for the classes; null for a kind that can't be the last. */
  readonly units: ((layer: L) => number) | null;
  /** The layer's operation, in a few words for a caption: "32 kernels 3 × 3, ReLU". */
  operation(layer: L): string;
  /** The shape of the layer's output. Assumes that {@link FindProblem} finds none, as do all functions below. */
  outputShape(layer: L, input: Shape): Shape;
  /** The parameters that the layer learns or measures; null where there are none. */
  parameters(layer: L, input: Shape): ByParameter<ParameterSpec> | null;
  /** Multiplications with their additions, for one image (including padding). */
  multiplyAdds(layer: L, input: Shape): number;
  /** The window along an axis of the given length; null where the layer sees its whole input. */
  window(layer: L, length: number, axis: Axis): Window | null;
  /**
   * The output value of full brightness, where `high` is that of the input; null where the output is no
   * longer an image.
   */
  brightness(layer: L, high: number): number | null;
}

/**
 * The arithmetic of the value at `cell` of a layer's output, in double precision, from its input and weights. For softmax
 * all logits are computed from them too. Apart from the rules: only who explains values loads it. `explain.ts` in the
 * kind's folder implements it; `explanations.ts` lists them.
 * @throws Error when the cell is of the wrong rank, or weights are missing where the layer has some.
 */
export type Explain<L extends Layer> = (
  layer: L,
  input: Tensor,
  weights: Weights | null,
  cell: Cell,
) => Explanation;

/**
 * The backward half of a kind, apart from its rules: only who looks at gradients and sums loads it. `gradient.ts` in the
 * kind's folder implements it; `gradients.ts` lists them.
 */
export interface LayerGradient<L extends Layer> {
  /**
   * The gradient with respect to the layer's input, from the one with respect to its sums, before the
   * activation: both flat and in double precision. A pooling gives all to the winner, as {@link Explain}
   * determines it.
   * @throws Error when weights are missing where the layer has some.
   */
  pullBack(layer: L, input: Tensor, weights: Weights | null, gradient: Float64Array): Float64Array;
  /** Whether each value is one of its input's, the winner of its window, to which all of its gradient goes back. */
  readonly hasWinner: boolean;
  /**
   * The constant that is added in each channel of the output: without it a layer's sums are linear in the
   * input. Null where nothing is added.
   */
  offsets(layer: L, weights: Weights | null): ArrayLike<number> | null;
  /**
   * The index of the value that a weight multiplies for each place of the output, row by row: its place on
   * the plane of the weight's input channel, or -1 in the padding. Null for a parameter that is added, and
   * for a layer without parameters.
   */
  meets(layer: L, input: Shape, place: WeightPlace): Int32Array | null;
}

/**
 * Why a layer can't process this input, as one sentence naming the layer; null when it can. `problem.ts` in the kind's
 * folder; `outside/problems.ts` lists them. Only who takes an architecture from outside loads it.
 */
export type FindProblem<L extends Layer> = (layer: L, input: Shape) => string | null;

/** Writes the line of code that creates a layer in each library. `code.ts` in the kind's folder; `codes.ts` lists them. */
export type WriteCode<L extends Layer> = (layer: L, input: Shape) => LayerCode;
