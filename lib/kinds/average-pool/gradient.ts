import { asMap, asPlace, cellAt, offset } from '@/lib/tensor/tensor';
import { slideOver } from '../parts/sliding';
import type { AveragePoolLayer, LayerGradient } from '../types';
import { placesOf } from './explain';
import { sliding } from './layer';

export const gradient: LayerGradient<AveragePoolLayer> = {
  pullBack(layer, input, _weights, gradient) {
    const shape = asMap(input.shape);
    const output = [...slideOver(sliding(layer), shape), shape[2]] as const;
    const back = new Float64Array(input.values.length);
    for (const [at, share] of gradient.entries()) {
      if (share === 0) continue;
      const [row, column, channel] = asPlace(cellAt(output, at));
      const places = placesOf(layer, shape, row, column);
      for (const place of places)
        back[offset(shape, [place.row, place.column, channel])] += share / places.length;
    }
    return back;
  },
  hasWinner: false,
  offsets: () => null,
  meets: () => null,
};
