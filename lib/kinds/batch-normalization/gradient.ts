import { channelsOf } from '@/lib/tensor/tensor';
import { needed, numbersIn } from '../parts/weights';
import type { BatchNormalizationLayer, LayerGradient } from '../types';
import { lineOf } from './explain';

export const gradient: LayerGradient<BatchNormalizationLayer> = {
  pullBack(layer, { shape }, weights, gradient) {
    const channels = channelsOf(shape);
    const scales = Array.from({ length: channels }, (_, channel) => lineOf(layer, weights, channel).scale);
    return gradient.map((one, at) => one * scales[at % channels]);
  },
  hasWinner: false,
  offsets: (layer, weights) =>
    Array.from(needed(layer, weights, 'beta').values, (_, channel) => lineOf(layer, weights, channel).shift),
  // Gamma multiplies the normalized value at the same place; beta is added.
  meets(_layer, input, { part }) {
    if (part !== 'gamma') return null;
    return Int32Array.from({ length: numbersIn(input.slice(0, -1)) }, (_, at) => at);
  },
};
