import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import type { GlobalAveragePoolLayer, LayerRules } from '../types';

/**
 * Each map becomes one number: the mean of all its values (Lin, Chen and Yan 2014, arXiv:1312.4400). The
 * output vector has one number per map, whatever the size of the maps.
 */
export const globalAveragePool: LayerRules<GlobalAveragePoolLayer> = {
  kind: 'globalAveragePool',
  name: words.globalPooling(),
  stem: 'global_pool',
  numbered: false,
  isSource: false,
  unrolls: false,
  units: null,
  operation: () => words.meanOfMap(),
  outputShape: (_layer, input) => [asMap(input)[2]],
  parameters: () => null,
  multiplyAdds: () => 0,
  window: () => null,
  brightness: () => null,
};
