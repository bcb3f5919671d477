import { valueAt } from '@/lib/tensor/tensor';
import words from '@/words/explained';
import { needed } from '../parts/weights';
import type { BatchNormalizationLayer, Explain, Weights } from '../types';

/**
 * The factor and the offset of a channel: gamma over the standard deviation, and beta minus the mean times
 * that factor.
 */
export function lineOf(layer: BatchNormalizationLayer, weights: Weights | null, channel: number) {
  const [gamma, beta, mean, variance] = (['gamma', 'beta', 'movingMean', 'movingVariance'] as const).map(
    (name) => needed(layer, weights, name).values[channel],
  );
  const scale = gamma / Math.sqrt(variance + layer.epsilon);
  return { scale, shift: beta - mean * scale };
}

export const explain: Explain<BatchNormalizationLayer> = (layer, input, weights, cell) => {
  const value = valueAt(input, cell);
  const { scale, shift } = lineOf(layer, weights, cell[cell.length - 1]);
  const product = value * scale;
  return {
    cell,
    value: product + shift,
    before: product + shift,
    bias: shift,
    terms: [{ source: cell, value, weight: scale, product }],
    formula: words.normalized(),
  };
};
