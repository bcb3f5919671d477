/** What a layer does to each sum before it answers. */

import { formatCount } from '@/lib/format/format';
import words from '@/words/layers';
import type { Activation, Layer, SoftmaxTerm } from './types';

export const relu = (before: number): number => Math.max(before, 0);

/** Every unit's share of the sum of exponentials. Shifted by the largest logit, so that exp stays finite. */
export function softmax(logits: readonly number[]): SoftmaxTerm[] {
  const largest = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const shifted = logits.map((logit) => Math.exp(logit - largest));
  const sum = shifted.reduce((a, b) => a + b, 0);
  return logits.map((logit, unit) => ({ logit, shifted: shifted[unit], probability: shifted[unit] / sum }));
}

/** Whether what a layer puts out are probabilities, one for each class. */
export const isSoftmax = (layer: Layer): boolean => 'activation' in layer && layer.activation === 'softmax';

/** How a caption names it, after a comma; nothing for linear. */
export const ACTIVATION_WORD: Readonly<Record<Activation, string>> = {
  linear: '',
  relu: ', ReLU',
  softmax: ', softmax',
};

/** What a value of a layer with weights is, in words: how many products are added up, and what becomes of the sum. */
export const sumInWords = (products: number, activation: Activation): string =>
  words.sumOf({ products: formatCount(products), activation });

/** The module that PyTorch needs after the layer; the other libraries name the activation in the layer. */
export const PYTORCH_ACTIVATION: Readonly<Record<Activation, string>> = {
  linear: '',
  relu: ', nn.ReLU()',
  softmax: ', nn.Softmax(dim=1)',
};
