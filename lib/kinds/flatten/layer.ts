import { size } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import type { FlattenLayer, LayerRules } from '../types';

/** The maps as one vector, row by row and channel by channel at each place. No value changes. */
export const flatten: LayerRules<FlattenLayer> = {
  kind: 'flatten',
  name: words.flatten(),
  stem: 'flatten',
  numbered: false,
  isSource: false,
  unrolls: true,
  units: null,
  operation: () => words.toVector(),
  outputShape: (_layer, input) => [size(input)],
  parameters: () => null,
  multiplyAdds: () => 0,
  // An index is still one place of the maps, so a value has the receptive field of its source.
  window: () => ({ size: 1, stride: 1, before: 0 }),
  brightness: () => null,
};
