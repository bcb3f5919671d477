/** The ReLU of a layer: its own, whatever its kind, or the layer itself. */
import type { Layer } from '../types';
import { activationOf } from './activation';

/** Whether a layer's sums below 0 become 0. */
export const hasRelu = (layer: Layer): boolean => activationOf(layer) === 'relu';

/** The layer without its ReLU: all sums pass. Any other layer stays as it is. */
export const withoutRelu = (layer: Layer): Layer =>
  'activation' in layer && hasRelu(layer) ? { ...layer, activation: 'linear' } : layer;
