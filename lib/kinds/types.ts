import type { Cell, Shape, Tensor } from '@/lib/tensor/tensor';

export type Activation = 'linear' | 'relu' | 'softmax';
export type Padding = 'valid' | 'same';

/** The picture as it comes in; the only stage that computes nothing. */
export interface InputLayer {
  readonly id: string;
  readonly kind: 'input';
}

export interface NormalizeLayer {
  readonly id: string;
  readonly kind: 'normalize';
  /** What every raw value is divided by; 255 brings bytes to 0..1. */
  readonly divisor: number;
}

export interface Conv2dLayer {
  readonly id: string;
  readonly kind: 'conv2d';
  readonly filters: number;
  /** Side of the square kernel, odd. */
  readonly kernel: number;
  readonly stride: number;
  readonly padding: Padding;
  readonly activation: 'linear' | 'relu';
}

export interface MaxPoolLayer {
  readonly id: string;
  readonly kind: 'maxPool';
  /** Side of the square window. */
  readonly size: number;
  readonly stride: number;
  readonly padding: Padding;
}

export interface FlattenLayer {
  readonly id: string;
  readonly kind: 'flatten';
}

export interface DenseLayer {
  readonly id: string;
  readonly kind: 'dense';
  readonly units: number;
  readonly activation: Activation;
}

export type Layer = InputLayer | NormalizeLayer | Conv2dLayer | MaxPoolLayer | FlattenLayer | DenseLayer;
export type LayerKind = Layer['kind'];
export type LayerOf<K extends LayerKind> = Extract<Layer, { readonly kind: K }>;

/** Shapes of what a layer learns. */
export interface WeightShapes {
  readonly kernel: readonly number[];
  readonly bias: readonly number[];
}

/** A layer's weights. Kernel: conv2d [kernel, kernel, in, filters], dense [in, units]. Bias: [filters] or [units]. */
export interface Weights {
  readonly kernel: { readonly shape: readonly number[]; readonly values: Float32Array };
  readonly bias: { readonly shape: readonly number[]; readonly values: Float32Array };
}

/** One weight of a layer: its index in the kernel or the bias, of as many numbers as that has axes. */
export interface WeightPlace {
  readonly part: keyof Weights;
  readonly index: readonly number[];
}

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
  /** Shapes of kernel and bias, or null for a layer without weights. */
  weightShapes(layer: L, input: Shape): WeightShapes | null;
  /** Multiplications with their additions, for one picture (padding counted in). */
  multiplyAdds(layer: L, input: Shape): number;
  /** The window along one axis of the input, whose length is given, or null where the layer sees its whole input. */
  window(layer: L, length: number): Window | null;
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
   * Which input value the weight at `index` of the kernel meets for each place of the output, row by row: its place on
   * the plane of the weight's own input channel, or -1 in the padding. Null for a layer without weights.
   */
  meets(layer: L, input: Shape, index: readonly number[]): Int32Array | null;
  /** The one line that makes this layer in each library. PyTorch counts channels first, the others last. */
  code(layer: L, input: Shape): LayerCode;
}
