import { channelsOf } from '@/lib/tensor/tensor';
import type { LayerGradient, NormalizeLayer } from '../types';
import { lineOf } from './explain';
import { isShifted } from './layer';

export const gradient: LayerGradient<NormalizeLayer> = {
  pullBack(layer, { shape }, _weights, gradient) {
    const channels = channelsOf(shape);
    const scales = Array.from(
      { length: channels },
      (_, channel) => layer.divisor * lineOf(layer, channel).deviation,
    );
    return gradient.map((one, at) => one / scales[at % channels]);
  },
  hasWinner: false,
  offsets(layer) {
    if (!isShifted(layer)) return null;
    const channels = Math.max(layer.means?.length ?? 1, layer.deviations?.length ?? 1);
    return Array.from({ length: channels }, (_, channel) => {
      const { mean, deviation } = lineOf(layer, channel);
      return -mean / deviation;
    });
  },
  meets: () => null,
};
