import type { Tensor } from '@/lib/tensor/tensor';
import { relu, softmax } from '../parts/activation';
import { sumInWords } from '../parts/sum-in-words';
import { needed } from '../parts/weights';
import type { DenseLayer, Explain, Term, Weights } from '../types';

/** A unit's sum of products and bias: its value before the activation. */
function sumOf(layer: DenseLayer, { values }: Tensor, weights: Weights | null, unit: number): number {
  const { units } = layer;
  const kernel = needed(layer, weights, 'kernel');
  let sum = weights?.bias?.values[unit] ?? 0;
  for (let at = 0; at < values.length; at++) sum += values[at] * kernel.values[at * units + unit];
  return sum;
}

export const explain: Explain<DenseLayer> = (layer, input, weights, cell) => {
  const kernel = needed(layer, weights, 'kernel');
  const [unit] = cell;
  const terms = Array.from(input.values, (value, at): Term => {
    const weight = kernel.values[at * layer.units + unit];
    return { source: [at], value, weight, product: value * weight };
  });
  const before = sumOf(layer, input, weights, unit);
  const common = {
    cell,
    before,
    bias: weights?.bias?.values[unit],
    terms,
    formula: sumInWords(terms.length, layer.activation),
  };
  if (layer.activation !== 'softmax') {
    return { ...common, value: layer.activation === 'relu' ? relu(before) : before };
  }
  const units = softmax(
    Array.from({ length: layer.units }, (_, other) => sumOf(layer, input, weights, other)),
  );
  return { ...common, value: units[unit].probability, softmax: units };
};
