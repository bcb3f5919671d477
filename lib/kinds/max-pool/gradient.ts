import { asMap, asPlace, cellAt, offset } from '@/lib/tensor/tensor';
import { slideOver } from '../parts/sliding';
import type { LayerGradient, MaxPoolLayer } from '../types';
import { candidates, firstLargest } from './explain';
import { sliding } from './layer';

export const gradient: LayerGradient<MaxPoolLayer> = {
  pullBack(layer, input, _weights, gradient) {
    const shape = asMap(input.shape);
    const output = [...slideOver(sliding(layer), shape), shape[2]] as const;
    const back = new Float64Array(input.values.length);
    for (const [at, share] of gradient.entries()) {
      if (share === 0) continue;
      const terms = candidates(layer, input, asPlace(cellAt(output, at)));
      back[offset(shape, terms[firstLargest(terms)].source)] += share;
    }
    return back;
  },
  hasWinner: true,
  offsets: () => null,
  meets: () => null,
};
