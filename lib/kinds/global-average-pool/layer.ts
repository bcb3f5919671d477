import { asMap, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import type { GlobalAveragePoolLayer, LayerRules, Term } from '../types';

/**
 * Each map becomes one number: the mean of all its values (Lin, Chen and Yan 2014, arXiv:1312.4400). The
 * output vector has one number per map, whatever the size of the maps.
 */
export const globalAveragePool: LayerRules<GlobalAveragePoolLayer> = {
  kind: 'globalAveragePool',
  name: words.globalPooling(),
  stem: 'global_pool',
  numbered: false,
  isSource: false,
  unrolls: false,
  canBeLast: false,
  operation: () => words.meanOfMap(),
  outputShape: (_layer, input) => [asMap(input)[2]],
  parameters: () => null,
  multiplyAdds: () => 0,
  window: () => null,
  brightness: () => null,
  explain(_layer, input, _weights, cell) {
    const [height, width] = asMap(input.shape);
    const weight = 1 / (height * width);
    const terms = Array.from({ length: height * width }, (_, at): Term => {
      const source = [Math.floor(at / width), at % width, cell[0]] as const;
      const value = valueAt(input, source);
      return { source, value, weight, product: value * weight };
    });
    const value = terms.reduce((sum, { product }) => sum + product, 0);
    return { cell, value, before: value, terms, formula: words.mean({ count: terms.length }) };
  },
};
