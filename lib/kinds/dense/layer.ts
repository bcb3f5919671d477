import { formatCount } from '@/lib/format/format';
import type { Tensor } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import { ACTIVATION_WORD, relu, softmax, sumInWords } from '../parts/activation';
import { needed } from '../parts/weights';
import type { DenseLayer, LayerRules, Term, Weights } from '../types';

/** A unit's sum of products and bias: its value before the activation. */
function sumOf(layer: DenseLayer, { values }: Tensor, weights: Weights | null, unit: number): number {
  const { units } = layer;
  const kernel = needed(layer, weights, 'kernel');
  let sum = weights?.bias?.values[unit] ?? 0;
  for (let at = 0; at < values.length; at++) sum += values[at] * kernel.values[at * units + unit];
  return sum;
}

/** Every unit weights all values of its input and outputs one number, their sum. */
export const dense: LayerRules<DenseLayer> = {
  kind: 'dense',
  name: words.dense(),
  stem: 'dense',
  numbered: false,
  isSource: false,
  unrolls: false,
  canBeLast: true,
  operation: ({ units, activation }) =>
    words.units({ units: formatCount(units), activation: ACTIVATION_WORD[activation] }),
  outputShape: ({ units }) => [units],
  parameters: ({ units, bias }, input) => ({
    kernel: { shape: [input[0], units], trained: true, initial: 'drawn' },
    ...(bias !== false && { bias: { shape: [units], trained: true, initial: 0 } }),
  }),
  multiplyAdds: ({ units }, input) => units * input[0],
  window: () => null,
  brightness: () => null,
  explain(layer, input, weights, cell) {
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
  },
};
