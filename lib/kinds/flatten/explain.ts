import { asPlace, cellAt, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/explained';
import type { Explain, FlattenLayer } from '../types';

export const explain: Explain<FlattenLayer> = (_layer, input, _weights, cell) => {
  const source = cellAt(input.shape, cell[0]);
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
