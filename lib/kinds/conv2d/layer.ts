import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import { ACTIVATION_WORD } from '../parts/activation';
import { cellsOf, formatSides, sidesOf } from '../parts/sides';
import { type Sliding, slideOver, windowOn } from '../parts/sliding';
import type { Conv2dLayer, LayerRules } from '../types';

/** How the window moves. */
export const sliding = ({ kernel, stride, padding }: Conv2dLayer): Sliding => ({
  size: kernel,
  stride,
  padding,
});

/**
 * Each filter slides over the maps; every output is the sum of the values under it times the filter's
 * weights.
 */
export const conv2d: LayerRules<Conv2dLayer> = {
  kind: 'conv2d',
  name: words.convolution(),
  stem: 'conv',
  numbered: true,
  isSource: false,
  unrolls: false,
  units: null,
  operation({ filters, kernel, stride, padding, activation }) {
    return words.kernels({
      filters,
      size: formatSides(kernel),
      stride,
      strided: stride === 1 ? 'no' : 'yes',
      padding,
      activation: ACTIVATION_WORD[activation],
    });
  },
  outputShape: (layer, input) => [...slideOver(sliding(layer), asMap(input)), layer.filters],
  parameters: ({ kernel, filters, bias }, input) => ({
    kernel: { shape: [...sidesOf(kernel), asMap(input)[2], filters], trained: true, initial: 'drawn' },
    ...(bias !== false && { bias: { shape: [filters], trained: true, initial: 0 } }),
  }),
  multiplyAdds(layer, input) {
    const [height, width] = slideOver(sliding(layer), asMap(input));
    return height * width * layer.filters * cellsOf(layer.kernel) * asMap(input)[2];
  },
  window: (layer, length, axis) => windowOn(sliding(layer), length, axis),
  brightness: () => null,
};
