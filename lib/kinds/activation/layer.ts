import words from '@/words/layers';
import { ACTIVATION_WORD, LEAK } from '../parts/activation';
import type { ActivationLayer, LayerRules } from '../types';

/** What a leaky ReLU multiplies negative values by. */
export const leak = ({ slope = LEAK }: ActivationLayer): number => slope;

/**
 * Applies the same curve to every value; without a nonlinearity all layers together could do no more than
 * one.
 */
export const activation: LayerRules<ActivationLayer> = {
  kind: 'activation',
  name: words.activation(),
  stem: 'activation',
  numbered: true,
  isSource: false,
  unrolls: false,
  units: null,
  operation: (layer) =>
    layer.activation === 'linear' ? words.unchanged() : ACTIVATION_WORD[layer.activation].slice(2),
  outputShape: (_layer, input) => input,
  parameters: () => null,
  multiplyAdds: () => 0,
  window: () => ({ size: 1, stride: 1, before: 0 }),
  brightness: () => null,
};
