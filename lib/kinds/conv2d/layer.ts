import { formatCount } from '@/lib/format/format';
import { asMap, asPlace, type MapShape, type Shape, type Tensor, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import { ACTIVATION_WORD, PYTORCH_ACTIVATION, relu, sumInWords } from '../parts/activation';
import { kerasOptions, pytorchPadding, scriptOptions } from '../parts/code';
import { cellsOf, formatSides, pythonSides, scriptSides, sidesOf } from '../parts/sides';
import { coveredBy, isCount, type Sliding, slideOver, slidingProblem, windowOn } from '../parts/sliding';
import { needed } from '../parts/weights';
import type { Conv2dLayer, LayerRules, Parameter, Term } from '../types';

const sliding = ({ kernel, stride, padding }: Conv2dLayer): Sliding => ({ size: kernel, stride, padding });

function problem(layer: Conv2dLayer, input: Shape): string | null {
  const { id, filters } = layer;
  if (!isCount(filters)) return words.filters({ id, filters });
  return slidingProblem(id, sliding(layer), input, 'kernel');
}

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

/** Which of the `count` values from `start` are not 0: behind a ReLU that output 0 most gradients are. */
function nonZero(values: Float64Array, start: number, count: number): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < count; at++) if (values[start + at] !== 0) found.push(at);
  return found;
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
  problem,
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
  pullBack(layer, input, weights, gradient) {
    const shape = asMap(input.shape);
    const [, width, channels] = shape;
    const kernel = needed(layer, weights, 'kernel');
    const { filters } = layer;
    const back = new Float64Array(input.values.length);
    const [, across] = slideOver(sliding(layer), shape);
    for (let at = 0; at * filters < gradient.length; at++) {
      const open = nonZero(gradient, at * filters, filters);
      if (open.length === 0) continue;
      const covered = coveredBy(sliding(layer), shape, Math.floor(at / across), at % across);
      for (const [place, { row, column, padded }] of covered.entries()) {
        if (padded) continue;
        for (let channel = 0; channel < channels; channel++) {
          const weight = (place * channels + channel) * filters;
          let sum = 0;
          for (const filter of open) sum += gradient[at * filters + filter] * kernel.values[weight + filter];
          back[(row * width + column) * channels + channel] += sum;
        }
      }
    }
    return back;
  },
  offsets: (_layer, weights) => weights?.bias?.values ?? null,
  meets(layer, input, { part, index: [row, column] }) {
    if (part !== 'kernel') return null;
    const shape = asMap(input);
    const [height, width] = slideOver(sliding(layer), shape);
    return Int32Array.from({ length: height * width }, (_, at) => {
      const covered = coveredBy(sliding(layer), shape, Math.floor(at / width), at % width);
      const place = covered[row * sidesOf(layer.kernel)[1] + column];
      return place.padded ? -1 : place.row * shape[1] + place.column;
    });
  },
  code(layer, input) {
    const { filters, kernel, stride, padding } = layer;
    const shape = asMap(input);
    const activation = layer.activation === 'linear' ? undefined : layer.activation;
    const options = {
      strides: stride === 1 ? undefined : stride,
      padding: padding === 'same' ? padding : undefined,
      activation,
    };
    const unbiased = layer.bias === false ? false : undefined;
    const { layerBefore, argument } = pytorchPadding(sliding(layer), shape, '0.0');
    const steps = stride === 1 ? '' : `, stride=${stride}`;
    return {
      keras: `layers.Conv2D(${filters}, ${pythonSides(kernel)}${kerasOptions({ ...options, use_bias: unbiased })})`,
      tensorflowjs: `tf.layers.conv2d({ filters: ${filters}, kernelSize: ${scriptSides(kernel)}${scriptOptions({ ...options, useBias: unbiased })} })`,
      pytorch: `${layerBefore}nn.Conv2d(${shape[2]}, ${filters}, kernel_size=${pythonSides(kernel)}${steps}${argument}${layer.bias === false ? ', bias=False' : ''})${PYTORCH_ACTIVATION[layer.activation]}`,
    };
  },
};
