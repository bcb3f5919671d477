import { valueAt } from '@/lib/tensor/tensor';
import words from '@/words/explained';
import type { Explain, InputLayer } from '../types';

export const explain: Explain<InputLayer> = (_layer, image, _weights, cell) => {
  const value = valueAt(image, cell);
  return { cell, value, before: value, terms: [], formula: words.fromImage() };
};
