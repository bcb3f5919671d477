import { asMap, asPlace, type Cell, type Shape, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/explained';
import type { Explain, ZeroPaddingLayer } from '../types';

/** The input cell that an output cell copies; null in the padding. */
function sourceOf({ top, left }: ZeroPaddingLayer, input: Shape, cell: Cell): Cell | null {
  const [height, width] = asMap(input);
  const [row, column, channel] = asPlace(cell);
  const inside = row >= top && row < top + height && column >= left && column < left + width;
  return inside ? [row - top, column - left, channel] : null;
}

export const explain: Explain<ZeroPaddingLayer> = (layer, input, _weights, cell) => {
  const source = sourceOf(layer, input.shape, cell);
  if (!source) return { cell, value: 0, before: 0, terms: [], formula: words.zero() };
  const value = valueAt(input, source);
  const [row, column, channel] = asPlace(source);
  return {
    cell,
    value,
    before: value,
    terms: [{ source, value, product: value }],
    formula: words.valueAt({ row, column, channel }),
  };
};
