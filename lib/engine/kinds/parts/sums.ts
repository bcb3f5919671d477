/** What the layers with parameters or an activation share. */
import * as tf from '@tensorflow/tfjs-core';
import { LEAK } from '@/lib/kinds/parts/activation';
import type { Activation, Layer, ParameterName } from '@/lib/kinds/types';
import type { Around } from '../types';

/** A parameter of a layer. @throws Error when the layer lacks it. */
export function needed({ parameters }: Around, layer: Layer, name: ParameterName): tf.Tensor {
  const parameter = parameters?.[name];
  if (!parameter) throw new Error(`${layer.id} has no ${name} yet`);
  return parameter;
}

type Biased = Layer & { readonly bias?: boolean };

/** A layer's bias, where it has one. */
export const biasOf = (layer: Biased, around: Around): tf.Tensor | undefined =>
  layer.bias === false ? undefined : needed(around, layer, 'bias');

/** Adds the bias, where the layer has one, and any further addend. */
export function shifted(sums: tf.Tensor, layer: Biased, around: Around): tf.Tensor {
  const bias = biasOf(layer, around);
  const own = bias ? tf.add(sums, bias) : sums;
  return around.added ? tf.add(own, around.added) : own;
}

/** The outputs of a layer from its sums. */
export function activate(before: tf.Tensor, activation: Activation, slope = LEAK): tf.Tensor {
  switch (activation) {
    case 'linear':
      return before;
    case 'relu':
      return tf.relu(before);
    case 'leakyRelu':
      return tf.leakyRelu(before, slope);
    case 'sigmoid':
      return tf.sigmoid(before);
    case 'tanh':
      return tf.tanh(before);
    case 'softmax':
      return tf.softmax(before);
  }
}
