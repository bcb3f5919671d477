/** From a layer's sum to its output. */

import { formatCount } from '@/lib/format/format';
import words from '@/words/layers';
import type { Activation, Layer, SoftmaxTerm } from '../types';

export const relu = (before: number): number => Math.max(before, 0);

/** A leaky ReLU's default factor for values below 0, as in Keras. */
export const LEAK = 0.3;

/** An activation of one value. Softmax needs all logits: see {@link softmax}. */
export function activated(activation: Exclude<Activation, 'softmax'>, before: number, slope = LEAK): number {
  switch (activation) {
    case 'linear':
      return before;
    case 'relu':
      return relu(before);
    case 'leakyRelu':
      return before > 0 ? before : slope * before;
    case 'sigmoid':
      return 1 / (1 + Math.exp(-before));
    case 'tanh':
      return Math.tanh(before);
  }
}

/** Every unit's share of the sum of exponentials. Subtracting the largest logit keeps exp finite. */
export function softmax(logits: readonly number[]): SoftmaxTerm[] {
  const largest = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const shifted = logits.map((logit) => Math.exp(logit - largest));
  const sum = shifted.reduce((a, b) => a + b, 0);
  return logits.map((logit, unit) => ({ logit, shifted: shifted[unit], probability: shifted[unit] / sum }));
}

/** Whether a layer outputs probabilities, one for each class. */
export const isSoftmax = (layer: Layer): boolean => activationOf(layer) === 'softmax';

/** The activation of a layer; linear where it has none. */
export const activationOf = (layer: Layer): Activation =>
  'activation' in layer ? layer.activation : 'linear';

/** Whether a layer's output is proportional to its sums as long as no activation switches. */
export const isPiecewiseLinear = (layer: Layer): boolean =>
  ['linear', 'relu', 'leakyRelu'].includes(activationOf(layer));

/**
 * The gradient with respect to a layer's sums, from the one with respect to its outputs `values`; both flat.
 * A ReLU passes the gradient where its output is above 0, as in TensorFlow.js; softmax works along the last
 * axis, of `channels` values.
 */
export function behindActivation(
  layer: Layer,
  values: ArrayLike<number>,
  gradient: Float64Array,
  channels: number,
): Float64Array {
  const slope = 'slope' in layer ? (layer.slope ?? LEAK) : LEAK;
  switch (activationOf(layer)) {
    case 'linear':
      return gradient;
    case 'relu':
      return gradient.map((one, at) => (values[at] > 0 ? one : 0));
    case 'leakyRelu':
      return gradient.map((one, at) => (values[at] > 0 ? one : slope * one));
    case 'sigmoid':
      return gradient.map((one, at) => one * values[at] * (1 - values[at]));
    case 'tanh':
      return gradient.map((one, at) => one * (1 - values[at] ** 2));
    case 'softmax':
      return behindSoftmax(values, gradient, channels);
  }
}

function behindSoftmax(values: ArrayLike<number>, gradient: Float64Array, channels: number): Float64Array {
  const back = new Float64Array(gradient.length);
  for (let first = 0; first < gradient.length; first += channels) {
    let mean = 0;
    for (let at = first; at < first + channels; at++) mean += values[at] * gradient[at];
    for (let at = first; at < first + channels; at++) back[at] = values[at] * (gradient[at] - mean);
  }
  return back;
}

/** How a caption names an activation, after a comma; empty for linear. */
export const ACTIVATION_WORD: Readonly<Record<Activation, string>> = {
  linear: '',
  relu: ', ReLU',
  leakyRelu: ', leaky ReLU',
  sigmoid: ', sigmoid',
  tanh: ', tanh',
  softmax: ', softmax',
};

/** A value of a layer with weights in words: how many products are summed, and which activation follows. */
export const sumInWords = (products: number, activation: Activation): string =>
  words.sumOf({ products: formatCount(products), activation });
