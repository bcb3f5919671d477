import * as tf from '@tensorflow/tfjs-core';
import type { Activation, Layer, LayerKind, LayerOf } from '@/lib/kinds/types';

/** A layer's weights as the backend holds them. */
export interface LayerTensors {
  readonly kernel: tf.Tensor;
  readonly bias: tf.Tensor;
}

/** What a layer answers for a batch. `before` is set for layers that have an activation. */
export interface LayerOutput {
  readonly output: tf.Tensor;
  readonly before?: tf.Tensor;
}

const hasRank4 = (tensor: tf.Tensor): tensor is tf.Tensor4D => tensor.rank === 4;

function maps(tensor: tf.Tensor): tf.Tensor4D {
  if (!hasRank4(tensor)) throw new Error(`maps have four axes, not ${tensor.rank}`);
  return tensor;
}

function activate(before: tf.Tensor, activation: Activation): tf.Tensor {
  if (activation === 'relu') return tf.relu(before);
  if (activation === 'softmax') return tf.softmax(before);
  return before;
}

function needed(weights: LayerTensors | undefined, layer: Layer): LayerTensors {
  if (!weights) throw new Error(`${layer.id} has no weights yet`);
  return weights;
}

type Forward<L extends Layer> = (layer: L, input: tf.Tensor, weights?: LayerTensors) => LayerOutput;

const FORWARD: { readonly [K in LayerKind]: Forward<LayerOf<K>> } = {
  input: (_layer, input) => ({ output: input }),
  normalize: ({ divisor }, input) => ({ output: tf.div(input, divisor) }),
  conv2d(layer, input, weights) {
    const { kernel, bias } = needed(weights, layer);
    const sums = tf.conv2d(maps(input), maps(kernel), layer.stride, layer.padding);
    const before = tf.add(sums, bias);
    return { before, output: activate(before, layer.activation) };
  },
  maxPool: ({ size, stride, padding }, input) => ({ output: tf.maxPool(maps(input), size, stride, padding) }),
  flatten: (_layer, input) => ({ output: tf.reshape(input, [input.shape[0], -1]) }),
  dense(layer, input, weights) {
    const { kernel, bias } = needed(weights, layer);
    const before = tf.add(tf.matMul(input, kernel), bias);
    return { before, output: activate(before, layer.activation) };
  },
};

const forwardOf = <K extends LayerKind>(layer: LayerOf<K> & { readonly kind: K }): Forward<LayerOf<K>> =>
  FORWARD[layer.kind];

/**
 * One layer on a batch, [pictures, ...shape], NHWC.
 * @throws Error when a layer that learns is given no weights.
 */
export const applyLayer = (layer: Layer, input: tf.Tensor, weights?: LayerTensors): LayerOutput =>
  forwardOf(layer)(layer, input, weights);
