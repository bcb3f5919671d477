import { needed } from '../parts/weights';
import type { DenseLayer, LayerGradient } from '../types';

export const gradient: LayerGradient<DenseLayer> = {
  pullBack(layer, input, weights, gradient) {
    const kernel = needed(layer, weights, 'kernel');
    const { units } = layer;
    return Float64Array.from(input.values, (_, at) => {
      let sum = 0;
      for (let unit = 0; unit < units; unit++) sum += gradient[unit] * kernel.values[at * units + unit];
      return sum;
    });
  },
  hasWinner: false,
  offsets: (_layer, weights) => weights?.bias?.values ?? null,
  // A vector has one place, and each of its values is a channel.
  meets: (_layer, _input, { part }) => (part === 'kernel' ? new Int32Array(1) : null),
};
