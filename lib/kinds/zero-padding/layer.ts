import { asMap, asPlace, type Cell, type Shape, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import type { LayerRules, ZeroPaddingLayer } from '../types';

/** The input cell that an output cell copies; null in the padding. */
function sourceOf({ top, left }: ZeroPaddingLayer, input: Shape, cell: Cell): Cell | null {
  const [height, width] = asMap(input);
  const [row, column, channel] = asPlace(cell);
  const inside = row >= top && row < top + height && column >= left && column < left + width;
  return inside ? [row - top, column - left, channel] : null;
}

/** Puts zeros around each map. No value of the map changes. */
export const zeroPadding: LayerRules<ZeroPaddingLayer> = {
  kind: 'zeroPadding',
  name: words.zeroPadding(),
  stem: 'pad',
  numbered: true,
  isSource: false,
  unrolls: false,
  canBeLast: false,
  operation: ({ top, bottom, left, right }) => words.zerosAround({ top, bottom, left, right }),
  outputShape({ top, bottom, left, right }, input) {
    const [height, width, channels] = asMap(input);
    return [height + top + bottom, width + left + right, channels];
  },
  parameters: () => null,
  multiplyAdds: () => 0,
  window: ({ top, left }, _length, axis) => ({ size: 1, stride: 1, before: axis === 'height' ? top : left }),
  brightness: (_layer, high) => high,
  explain(layer, input, _weights, cell) {
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
  },
};
