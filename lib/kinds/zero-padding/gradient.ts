import { asPlace, cellAt, offset } from '@/lib/tensor/tensor';
import type { LayerGradient, ZeroPaddingLayer } from '../types';
import { zeroPadding } from './layer';

export const gradient: LayerGradient<ZeroPaddingLayer> = {
  pullBack(layer, { shape, values }, _weights, gradient) {
    const { top, left } = layer;
    const output = zeroPadding.outputShape(layer, shape);
    return Float64Array.from(values, (_, at) => {
      const [row, column, channel] = asPlace(cellAt(shape, at));
      return gradient[offset(output, [row + top, column + left, channel])];
    });
  },
  hasWinner: false,
  offsets: () => null,
  meets: () => null,
};
