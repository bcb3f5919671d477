import { type Cell, isMap, type Tensor, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/explained';
import { activated, softmax } from '../parts/activation';
import type { ActivationLayer, Explain } from '../types';
import { leak } from './layer';

/** The values that softmax normalizes together: the channels of a place, or the whole vector. */
function togetherWith({ shape, values }: Tensor, cell: Cell): readonly number[] {
  if (!isMap(shape)) return Array.from(values);
  const [row, column = 0] = cell;
  return Array.from({ length: shape[2] }, (_, channel) => valueAt({ shape, values }, [row, column, channel]));
}

export const explain: Explain<ActivationLayer> = (layer, input, _weights, cell) => {
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
};
