import { formatCount, formatShape } from '@/lib/format/format';
import { rulesOf } from '@/lib/layers/registry';
import type { Conv2dLayer } from '@/lib/layers/types';
import { asMap, type MapShape } from '@/lib/tensor/tensor';
import { choice, counted, shapeChoice, square } from '../options';
import type { Random, Writers } from '../question';
import { forNumber, oneOf, whole } from './maker';

export const layerOf = (change: Partial<Conv2dLayer>): Conv2dLayer => ({
  id: 'convolution',
  kind: 'conv2d',
  filters: 1,
  kernel: 3,
  stride: 1,
  padding: 'valid',
  activation: 'linear',
  ...change,
});
export const rules = rulesOf(layerOf({}));

/** A convolution and the shape that comes in. */
function anyLayer(random: Random, change: Partial<Conv2dLayer> = {}) {
  const layer = layerOf({
    filters: oneOf([4, 8, 16, 24], random),
    kernel: oneOf([3, 5], random),
    ...change,
  });
  const input: MapShape = [whole(12, 40, random), whole(12, 40, random), oneOf([1, 3, 6, 12], random)];
  return { layer, input, output: asMap(rules.outputShape(layer, input)) };
}

const said = ({ filters, kernel, stride, padding }: Conv2dLayer, input: MapShape): string =>
  `A convolution of ${counted(filters, 'kernel')} of ${square(kernel)}, padding “${padding}”, stride ${stride}, gets ${formatShape(input)}.`;

export const biasForgotten = 'That leaves the bias out.';

export const MADE_UP_CONVOLUTION: Writers<null> = {
  valid: (_about, _pipeline, random) => {
    const { layer, input, output } = anyLayer(random);
    const { kernel, filters } = layer;
    const [height, width, channels] = input;
    return {
      text: `${said(layer, input)} What shape comes out?`,
      right: choice(
        formatShape(output),
        `${formatCount(height)} − ${kernel} + 1 = ${formatCount(output[0])} places down, ${formatCount(width)} − ${kernel} + 1 = ${formatCount(output[1])} across, and a map for each kernel.`,
      ),
      wrong: [
        ...shapeChoice([height, width, filters], 'That is padding “same”. Here the kernel stays inside.'),
        ...shapeChoice(
          [height - kernel, width - kernel, filters],
          'One too few: the first place counts as well.',
        ),
        ...shapeChoice(
          [output[0], output[1], channels],
          'Channels that come in do not go out: each kernel makes one map.',
        ),
        ...shapeChoice(
          [output[0], output[1], filters * channels],
          'A kernel sums over the channels. It does not make a map of each.',
        ),
      ],
    };
  },
  same: (_about, _pipeline, random) => {
    const { layer, input, output } = anyLayer(random, { padding: 'same', stride: 2 });
    const { filters } = layer;
    const [height, width, channels] = input;
    return {
      text: `${said(layer, input)} What shape comes out?`,
      right: choice(
        formatShape(output),
        `With “same” every second place of ${formatCount(height)} and of ${formatCount(width)} is one, rounded up. Each kernel makes a map.`,
      ),
      wrong: [
        ...shapeChoice([height, width, filters], 'That forgets the stride: every second place is left out.'),
        ...shapeChoice(
          rules.outputShape({ ...layer, padding: 'valid' }, input),
          'That is padding “valid”. With “same” the kernel may reach over the edge.',
        ),
        ...shapeChoice(
          [output[0], output[1], channels],
          'Channels that come in do not go out: each kernel makes one map.',
        ),
        ...shapeChoice(
          [output[0] - 1, output[1] - 1, filters],
          'One too few: the last place lies partly over the edge.',
        ),
      ],
    };
  },
  strided: (_about, _pipeline, random) => {
    const { layer, input, output } = anyLayer(random, { stride: 2 });
    const { kernel, filters } = layer;
    const [height, width] = input;
    return {
      text: `${said(layer, input)} What shape comes out?`,
      right: choice(
        formatShape(output),
        `Down there are ${formatCount(height)} − ${kernel} + 1 = ${formatCount(height - kernel + 1)} places, of which every second is taken, beginning with the first. Across likewise.`,
      ),
      wrong: [
        ...shapeChoice([height - kernel + 1, width - kernel + 1, filters], 'That forgets the stride of 2.'),
        ...shapeChoice(
          rules.outputShape({ ...layer, padding: 'same' }, input),
          'That is padding “same”. With “valid” the kernel must lie inside as a whole.',
        ),
        ...shapeChoice(
          [output[0] + 1, output[1] + 1, filters],
          'One too many: the kernel would hang over the edge.',
        ),
        ...shapeChoice(
          [output[0] - 1, output[1] - 1, filters],
          'One too few: the first place counts as well.',
        ),
      ],
    };
  },
  weights: (_about, _pipeline, random) => {
    const { layer, input } = anyLayer(random);
    const { kernel, filters } = layer;
    const shapes = rules.weightShapes(layer, input);
    const weights = shapes?.kernel.reduce((product, n) => product * n, 1) ?? 0;
    const all = weights + (shapes?.bias[0] ?? 0);
    const each = kernel * kernel * input[2];
    return forNumber(
      `${said(layer, input)} How many parameters does it have?`,
      formatCount,
      all,
      `(${kernel} × ${kernel} × ${input[2]} + 1) × ${filters} = ${formatCount(all)}: each kernel has its weights on every channel, and a bias.`,
      [
        [weights, biasForgotten],
        [
          kernel * kernel * filters + filters,
          'That forgets the channels: a kernel has weights of its own for each.',
        ],
        [each + 1, 'That is one kernel.'],
        [weights + 1, 'There is a bias for each kernel, not one for the layer.'],
      ],
    );
  },
  work: (_about, _pipeline, random) => {
    const { layer, input, output } = anyLayer(random);
    const { kernel, filters } = layer;
    const [height, width, channels] = output;
    const each = kernel * kernel * input[2];
    return forNumber(
      `${said(layer, input)} It puts out ${formatShape(output)}. How many multiplications does one picture take?`,
      formatCount,
      rules.multiplyAdds(layer, input),
      `${height} × ${width} × ${channels} × ${each} = ${formatCount(rules.multiplyAdds(layer, input))}: each of the values out takes ${kernel} × ${kernel} × ${input[2]} = ${each} products.`,
      [
        [height * width * each, 'That is one map. Every kernel walks over the picture.'],
        [height * width * filters * kernel * kernel, 'That forgets the channels that come in.'],
        [each * filters, 'That is one place. The kernels go to every place.'],
        [input[0] * input[1] * filters * each, 'With padding “valid” there are fewer places than pixels.'],
      ],
    );
  },
};
