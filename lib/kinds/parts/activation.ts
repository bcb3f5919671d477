/** From a layer's sum to its output. */

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

/** Whether a layer that weighs its inputs can output values below 0. */
export const hasBothSigns = (layer: Layer): boolean =>
  ['linear', 'leakyRelu', 'tanh'].includes(activationOf(layer));

/** How a caption names an activation, after a comma; empty for linear. */
export const ACTIVATION_WORD: Readonly<Record<Activation, string>> = {
  linear: '',
  relu: ', ReLU',
  leakyRelu: ', leaky ReLU',
  sigmoid: ', sigmoid',
  tanh: ', tanh',
  softmax: ', softmax',
};
