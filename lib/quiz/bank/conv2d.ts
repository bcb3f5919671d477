import { formatCount, formatShape, formatShort } from '@/lib/format/format';
import type { Conv2dLayer } from '@/lib/layers/types';
import type { Stage } from '@/lib/pipeline/pipeline';
import { asMap, size } from '@/lib/tensor/tensor';
import { choice, type Writer } from '../question';

const layerOf = ({ layer }: Stage): Conv2dLayer => {
  if (layer.kind !== 'conv2d') throw new Error(`${layer.id} is no convolution`);
  return layer;
};

const square = (side: number) => formatShape([side, side]);

export const CONV2D: Readonly<Record<string, Writer<Stage>>> = {
  shape: (stage) => {
    const { kernel, stride, padding, filters } = layerOf(stage);
    const [height, width, depth] = asMap(stage.input);
    const [rows, columns] = asMap(stage.output);
    const padded = [Math.ceil(height / stride), Math.ceil(width / stride), filters];
    return {
      text: `${stage.id} gets ${formatShape(stage.input)} and slides ${formatCount(filters)} kernels of ${square(kernel)} over it, padding ${padding}, stride ${stride}. What comes out?`,
      right: choice(
        formatShape(stage.output),
        `The window fits in ${formatCount(rows)} places down and ${formatCount(columns)} across, and each kernel makes one map.`,
      ),
      wrong: [
        choice(
          formatShape(padded),
          'That is what padding with zeros at the edges would give. Without it the window can’t reach over the edge.',
        ),
        choice(
          formatShape([rows, columns, depth]),
          'The channels that come in don’t go out again. Each kernel sums over all of them and makes one new map.',
        ),
        choice(
          formatShape([height - kernel, width - kernel, filters]),
          'One too few: a window that begins at the first cell already counts as one place.',
        ),
        choice(
          formatShape([rows, columns, filters * depth]),
          'A kernel is as deep as its input and sums over the depth: one map for a kernel, not one for each pair.',
        ),
      ],
    };
  },
  weights: (stage) => {
    const { kernel, filters } = layerOf(stage);
    const depth = asMap(stage.input)[2];
    const one = kernel * kernel * depth;
    return {
      text: `How many weights does ${stage.id} learn: ${formatCount(filters)} kernels of ${square(kernel)} on ${formatCount(depth)} channels?`,
      right: choice(
        formatCount(stage.parameters),
        `${square(kernel)} × ${formatCount(depth)} = ${formatCount(one)} weights a kernel and a bias each, times ${formatCount(filters)}.`,
      ),
      wrong: [
        choice(
          formatCount(one * filters),
          `Almost: each of the ${formatCount(filters)} kernels has a bias as well.`,
        ),
        choice(
          formatCount((kernel * kernel + 1) * filters),
          `A kernel is as deep as its input. It has ${square(kernel)} weights for each of the ${formatCount(depth)} channels.`,
        ),
        choice(formatCount(one + 1), 'That is one kernel with its bias. There are more.'),
        choice(
          formatCount(stage.parameters * asMap(stage.output)[0]),
          'The same kernel is used at every place, so the size of the map does not count.',
        ),
      ],
    };
  },
  terms: (stage) => {
    const { kernel, filters } = layerOf(stage);
    const depth = asMap(stage.input)[2];
    return {
      text: `One value of a map of ${stage.id} is a bias plus how many products?`,
      right: choice(
        formatCount(kernel * kernel * depth),
        `The window is ${square(kernel)} and goes through all ${formatCount(depth)} channels.`,
      ),
      wrong: [
        choice(
          formatCount(kernel * kernel),
          'That is one channel of the window. The kernel goes through all of them.',
        ),
        choice(
          formatCount(kernel * kernel * filters),
          'Each kernel makes a map of its own. The others don’t take part in this value.',
        ),
        choice(formatCount(size(stage.input)), 'That would be a dense unit. A kernel sees its window only.'),
        choice(formatCount(depth), 'That is one place of the window. It has more.'),
      ],
    };
  },
  relu: (stage) => {
    if (layerOf(stage).activation !== 'relu') return null;
    const [sum, bias] = [-0.7, 0.2];
    return {
      text: `In ${stage.id} the products at one place add up to ${formatShort(sum)}, and the bias is ${formatShort(bias)}. What stands in the map?`,
      right: choice(
        formatShort(0),
        `${formatShort(sum)} + ${formatShort(bias)} = ${formatShort(sum + bias)}, and the ReLU makes 0 of what is below 0.`,
      ),
      wrong: [
        choice(
          formatShort(sum + bias),
          'That is the value before the activation. The ReLU cuts it off at 0.',
        ),
        choice(formatShort(-(sum + bias)), 'A ReLU does not take the sign away: what is negative becomes 0.'),
        choice(
          formatShort(bias),
          'The products are not cut off by themselves. First all is added, then cut.',
        ),
      ],
    };
  },
  places: (stage) => {
    const [height, width] = asMap(stage.input);
    const [rows, columns] = asMap(stage.output);
    return {
      text: `With the same weights, at how many places does one kernel of ${stage.id} compute a value?`,
      right: choice(
        formatCount(rows * columns),
        `${formatCount(rows)} × ${formatCount(columns)}: one for each cell of its map. That sharing is why so few weights do.`,
      ),
      wrong: [
        choice('1', 'A kernel that looks at one place only would find its pattern nowhere else.'),
        choice(
          formatCount(height * width),
          'That is one for each cell of the input. At the edges the window does not fit.',
        ),
        choice(
          formatCount(layerOf(stage).filters),
          'That is how many kernels there are. Each of them goes over the whole input.',
        ),
        choice(formatCount(rows + columns), 'It goes along every row, so the places are multiplied.'),
      ],
    };
  },
  work: (stage) => {
    const { kernel } = layerOf(stage);
    return {
      text: `How many multiplications does ${stage.id} do for one picture?`,
      right: choice(
        formatCount(stage.multiplyAdds),
        `${formatCount(size(stage.output))} values come out, and each takes ${formatCount(kernel * kernel * asMap(stage.input)[2])} products.`,
      ),
      wrong: [
        choice(
          formatCount(stage.parameters),
          'That is how many weights there are. Each of them is used at every place anew.',
        ),
        choice(
          formatCount(size(stage.output)),
          'That is how many values come out. Each is a sum of many products.',
        ),
        choice(
          formatCount(size(stage.output) * kernel * kernel),
          'That forgets that the kernel goes through all channels of its input.',
        ),
        choice(formatCount(size(stage.input)), 'That is how many values come in. Most are used many times.'),
      ],
    };
  },
  field: (stage) => {
    const { receptiveField: field } = stage;
    const { kernel } = layerOf(stage);
    if (!field) return null;
    return {
      text: `How large a part of the picture does one value of ${stage.id} depend on?`,
      right: choice(
        `${square(field.size)} pixels`,
        'The window of each layer, seen through the windows of all layers before it.',
      ),
      wrong: [
        choice(
          `${square(kernel)} pixels`,
          `It looks at ${square(kernel)} cells of the stage before, and each of those sees more than one pixel.`,
        ),
        choice(`${square(1)} pixel`, 'Every kernel sees its window, not a single cell.'),
        choice(
          `${square(asMap(stage.output)[0])} pixels`,
          'That is the size of its map: how many places it looks from, not how far it sees.',
        ),
        choice(
          `${square(2 * field.size)} pixels`,
          'Windows of neighbours overlap, so the field grows more slowly.',
        ),
      ],
    };
  },
};
