import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import type { LayerRules, ZeroPaddingLayer } from '../types';

/** Puts zeros around each map. No value of the map changes. */
export const zeroPadding: LayerRules<ZeroPaddingLayer> = {
  kind: 'zeroPadding',
  name: words.zeroPadding(),
  stem: 'pad',
  numbered: true,
  isSource: false,
  unrolls: false,
  units: null,
  operation: ({ top, bottom, left, right }) => words.zerosAround({ top, bottom, left, right }),
  outputShape({ top, bottom, left, right }, input) {
    const [height, width, channels] = asMap(input);
    return [height + top + bottom, width + left + right, channels];
  },
  parameters: () => null,
  multiplyAdds: () => 0,
  window: ({ top, left }, _length, axis) => ({ size: 1, stride: 1, before: axis === 'height' ? top : left }),
  brightness: (_layer, high) => high,
};
