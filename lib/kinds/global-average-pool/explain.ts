import { asMap, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/explained';
import type { Explain, GlobalAveragePoolLayer, Term } from '../types';

export const explain: Explain<GlobalAveragePoolLayer> = (_layer, input, _weights, cell) => {
  const [height, width] = asMap(input.shape);
  const weight = 1 / (height * width);
  const terms = Array.from({ length: height * width }, (_, at): Term => {
    const source = [Math.floor(at / width), at % width, cell[0]] as const;
    const value = valueAt(input, source);
    return { source, value, weight, product: value * weight };
  });
  const value = terms.reduce((sum, { product }) => sum + product, 0);
  return { cell, value, before: value, terms, formula: words.mean({ count: terms.length }) };
};
