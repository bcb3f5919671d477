import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import { formatSides } from '../parts/sides';
import { type Sliding, slideOver, windowOn } from '../parts/sliding';
import type { AveragePoolLayer, LayerRules } from '../types';

/** How the window moves. */
export const sliding = ({ size, stride, padding }: AveragePoolLayer): Sliding => ({ size, stride, padding });

/** Outputs the mean of each window, separately for each channel. Padding is left out of the mean. */
export const averagePool: LayerRules<AveragePoolLayer> = {
  kind: 'averagePool',
  name: words.averagePooling(),
  stem: 'pool',
  numbered: true,
  isSource: false,
  unrolls: false,
  units: null,
  operation({ size, stride, padding }) {
    return words.meanOf({
      size: formatSides(size),
      stride,
      strided: stride === size ? 'no' : 'yes',
      padding,
    });
  },
  outputShape: (layer, input) => [...slideOver(sliding(layer), asMap(input)), asMap(input)[2]],
  parameters: () => null,
  multiplyAdds: () => 0,
  window: (layer, length, axis) => windowOn(sliding(layer), length, axis),
  brightness: () => null,
};
