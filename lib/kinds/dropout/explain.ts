import { valueAt } from '@/lib/tensor/tensor';
import words from '@/words/explained';
import type { DropoutLayer, Explain } from '../types';

export const explain: Explain<DropoutLayer> = (_layer, input, _weights, cell) => {
  const value = valueAt(input, cell);
  return {
    cell,
    value,
    before: value,
    terms: [{ source: cell, value, product: value }],
    formula: words.goesOn(),
  };
};
