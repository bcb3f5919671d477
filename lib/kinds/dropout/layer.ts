import { formatPercent } from '@/lib/format/format';
import words from '@/words/layers';
import type { DropoutLayer, LayerRules } from '../types';

/**
 * Dropout (Srivastava et al. 2014): in training each value is set to 0 with a given probability, and the rest
 * are scaled up so that the expected sums stay the same. In prediction every value passes unchanged.
 */
export const dropout: LayerRules<DropoutLayer> = {
  kind: 'dropout',
  name: words.dropout(),
  stem: 'dropout',
  numbered: true,
  isSource: false,
  unrolls: false,
  units: null,
  operation: ({ share }) => words.drops({ share: formatPercent(share) }),
  outputShape: (_layer, input) => input,
  parameters: () => null,
  multiplyAdds: () => 0,
  window: () => ({ size: 1, stride: 1, before: 0 }),
  brightness: (_layer, high) => high,
};
