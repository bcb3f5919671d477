import { type Cell, isMap, type Tensor, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import { ACTIVATION_WORD, activated, LEAK, softmax } from '../parts/activation';
import type { ActivationLayer, Explanation, LayerRules } from '../types';

/** The values that softmax normalizes together: the channels of a place, or the whole vector. */
function togetherWith({ shape, values }: Tensor, cell: Cell): readonly number[] {
  if (!isMap(shape)) return Array.from(values);
  const [row, column = 0] = cell;
  return Array.from({ length: shape[2] }, (_, channel) => valueAt({ shape, values }, [row, column, channel]));
}

/** What a leaky ReLU multiplies negative values by. */
export const leak = ({ slope = LEAK }: ActivationLayer): number => slope;

/**
 * Applies the same curve to every value; without a nonlinearity all layers together could do no more than
 * one.
 */
export const activation: LayerRules<ActivationLayer> = {
  kind: 'activation',
  name: words.activation(),
  stem: 'activation',
  numbered: true,
  isSource: false,
  unrolls: false,
  canBeLast: false,
  operation: (layer) =>
    layer.activation === 'linear' ? words.unchanged() : ACTIVATION_WORD[layer.activation].slice(2),
  outputShape: (_layer, input) => input,
  parameters: () => null,
  multiplyAdds: () => 0,
  window: () => ({ size: 1, stride: 1, before: 0 }),
  brightness: () => null,
  explain(layer, input, _weights, cell): Explanation {
    const before = valueAt(input, cell);
    const common = {
      cell,
      before,
      terms: [{ source: cell, value: before, product: before }],
      formula: words.bent({ activation: layer.activation, slope: leak(layer) }),
    };
    if (layer.activation !== 'softmax')
      return { ...common, value: activated(layer.activation, before, leak(layer)) };
    const units = softmax(togetherWith(input, cell));
    return { ...common, value: units[cell[cell.length - 1]].probability, softmax: units };
  },
};
