import { asMap } from '@/lib/tensor/tensor';
import type { GlobalAveragePoolLayer, LayerGradient } from '../types';

export const gradient: LayerGradient<GlobalAveragePoolLayer> = {
  pullBack(_layer, { shape, values }, _weights, gradient) {
    const [height, width, channels] = asMap(shape);
    return Float64Array.from(values, (_, at) => gradient[at % channels] / (height * width));
  },
  hasWinner: false,
  offsets: () => null,
  meets: () => null,
};
