import words from '@/words/layers';
import type { LayerRules, NormalizeLayer } from '../types';

/** Whether channels are also shifted and scaled, not only divided. */
export const isShifted = ({ means, deviations }: NormalizeLayer): boolean =>
  means !== undefined || deviations !== undefined;

/**
 * Divides every value by the same divisor: bytes become numbers from 0 to 1, and no channel outweighs another. If the
 * layer has means or deviations, each channel is then shifted and scaled by its own, as many networks expect.
 */
export const normalize: LayerRules<NormalizeLayer> = {
  kind: 'normalize',
  name: words.normalization(),
  stem: 'normalize',
  numbered: false,
  isSource: false,
  unrolls: false,
  units: null,
  operation: (layer) => (isShifted(layer) ? words.standardize() : words.divideBy({ divisor: layer.divisor })),
  outputShape: (_layer, shape) => shape,
  parameters: () => null,
  multiplyAdds: () => 0,
  window: () => ({ size: 1, stride: 1, before: 0 }),
  // Shifted values are signed: black is no longer 0.
  brightness: (layer, high) => (isShifted(layer) ? null : high / layer.divisor),
};
