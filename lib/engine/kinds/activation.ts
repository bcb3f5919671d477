import type { ActivationLayer } from '@/lib/kinds/types';
import { activate } from './parts/sums';
import type { EngineRules } from './types';

export const activation: EngineRules<ActivationLayer> = {
  kernels: [],
  forward(layer, input, { largestNext }) {
    if (largestNext && layer.activation === 'relu')
      return { output: input, later: (largest) => activate(largest, layer.activation) };
    return { before: input, output: activate(input, layer.activation, layer.slope) };
  },
};
