import { formatCount } from '@/lib/format/format';
import { asMap, asPlace, type MapShape, type Tensor, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import { ACTIVATION_WORD, relu, sumInWords } from '../parts/activation';
import { cellsOf, formatSides, sidesOf } from '../parts/sides';
import { coveredBy, type Sliding, slideOver, windowOn } from '../parts/sliding';
import { needed } from '../parts/weights';
import type { Conv2dLayer, LayerRules, Parameter, Term } from '../types';

/** How the window moves. */
export const sliding = ({ kernel, stride, padding }: Conv2dLayer): Sliding => ({
  size: kernel,
  stride,
  padding,
});

/** One term for each weight of the filter, in the order of the kernel: row, column, input channel. */
function termsOf(
  layer: Conv2dLayer,
  input: Tensor,
  kernel: Parameter,
  [row, column, filter]: MapShape,
): Term[] {
  const shape = asMap(input.shape);
  const channels = shape[2];
  return coveredBy(sliding(layer), shape, row, column).flatMap((place, at) =>
    Array.from({ length: channels }, (_, channel): Term => {
      const weight = kernel.values[(at * channels + channel) * layer.filters + filter];
      const source = [place.row, place.column, channel] as const;
      if (place.padded) return { source, value: 0, weight, product: 0, padded: true };
      const value = valueAt(input, source);
      return { source, value, weight, product: value * weight };
    }),
  );
}

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
  canBeLast: false,
  operation({ filters, kernel, stride, padding, activation }) {
    return words.kernels({
      filters: formatCount(filters),
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
  explain(layer, input, weights, cell) {
    const place = asPlace(cell);
    const terms = termsOf(layer, input, needed(layer, weights, 'kernel'), place);
    const bias = weights?.bias?.values[place[2]];
    const before = terms.reduce((sum, term) => sum + term.product, bias ?? 0);
    return {
      cell,
      value: layer.activation === 'relu' ? relu(before) : before,
      before,
      bias,
      terms,
      formula: sumInWords(terms.length, layer.activation),
    };
  },
};
