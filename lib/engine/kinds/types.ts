import type * as tf from '@tensorflow/tfjs-core';
import type { ByParameter, Layer } from '@/lib/kinds/types';

/** A layer's parameters as the backend holds them. */
export type LayerTensors = ByParameter<tf.Tensor>;

/** A layer's measurements of a batch, for the parameters that are measured instead of learned. */
export type Measured = ByParameter<tf.Tensor>;

/** A layer's outputs for a batch. */
export interface LayerOutput {
  readonly output: tf.Tensor;
  /** Its sums, for layers that have an activation. */
  readonly before?: tf.Tensor;
  /** Computes the input of its parameters, where that is not the layer's input. */
  readonly met?: () => tf.Tensor;
  /** What is still to be done to the largest of the outputs, where the layer left it; see {@link Around.largestNext}. */
  readonly later?: (largest: tf.Tensor) => tf.Tensor;
}

/** The other inputs of a layer's computation. */
export interface Around {
  readonly parameters?: LayerTensors | undefined;
  /** Random numbers, 0 up to 1, in training; null in prediction. */
  readonly random: (() => number) | null;
  /** Added to the sums of a layer that has parameters. */
  readonly added?: tf.Tensor | undefined;
  /** Set where nobody looks at the layer's sums: they need not be stored. */
  readonly withoutSums?: boolean;
  /**
   * Set where nobody looks at the layer's outputs but the next one, which passes on the largest of them: what leaves their
   * order as it is, such as a bias and ReLU, may be left until then. It gives the same numbers, of which there are fewer.
   */
  readonly largestNext?: boolean;
  /** Receives the layer's measurements of its batch. */
  readonly measured?: (values: Measured) => void;
}

/** What the engine does with a kind of layer. A file a kind implements it; `registry.ts` lists them. */
export interface EngineRules<L extends Layer> {
  /**
   * Registers the training kernels that only this kind needs: those that the WASM backend lacks, or has only slow ones
   * for. Empty where the backend's own are fast.
   */
  readonly kernels: readonly (() => void)[];
  /** Whether each output is one of the inputs: the largest of some, apart in each channel. */
  readonly passesLargest?: boolean;
  /**
   * The layer on a batch, [images, ...shape], NHWC.
   * @throws Error when the layer lacks a parameter.
   */
  forward(layer: L, input: tf.Tensor, around: Around): LayerOutput;
  /**
   * The output of the next layer, in one pass with this one: the same numbers sooner, without a gradient. Null where there is
   * no such pass.
   */
  withNext?(layer: L, next: Layer, input: tf.Tensor, around: Around): tf.Tensor | null;
}
