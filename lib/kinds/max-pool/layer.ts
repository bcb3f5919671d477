import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import { formatSides } from '../parts/sides';
import { type Sliding, slideOver, windowOn } from '../parts/sliding';
import type { LayerRules, MaxPoolLayer } from '../types';

/** How the window moves. */
export const sliding = ({ size, stride, padding }: MaxPoolLayer): Sliding => ({ size, stride, padding });

/** Outputs the largest value of each window, separately for each channel. Padding is never the largest. */
export const maxPool: LayerRules<MaxPoolLayer> = {
  kind: 'maxPool',
  name: words.pooling(),
  stem: 'pool',
  numbered: true,
  isSource: false,
  unrolls: false,
  units: null,
  operation({ size, stride, padding }) {
    return words.largestOf({
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
