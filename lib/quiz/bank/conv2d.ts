import { randomInt } from 'd3-random';
import { formatCount, formatShape, formatShort } from '@/lib/format/format';
import { rulesOf } from '@/lib/layers/registry';
import type { Conv2dLayer } from '@/lib/layers/types';
import type { Stage } from '@/lib/pipeline/pipeline';
import { asMap, size } from '@/lib/tensor/tensor';
import { choice, counted, shapeChoice, square } from '../options';
import type { Choice, Writers } from '../question';

/** @throws Error when the stage is another kind of layer. */
export function convolutionOf({ layer }: Stage): Conv2dLayer {
  if (layer.kind !== 'conv2d') throw new Error(`${layer.id} is no convolution`);
  return layer;
}

/** The shape that the layer would give if something about it were different; none if it could not work then. */
function otherwise(stage: Stage, change: Partial<Conv2dLayer>, because: string): readonly Choice[] {
  const layer = { ...convolutionOf(stage), ...change };
  const rules = rulesOf(layer);
  return rules.problem(layer, stage.input) ? [] : shapeChoice(rules.outputShape(layer, stage.input), because);
}

/** What other padding, and another stride, would lead to. */
function otherEdges(stage: Stage): readonly Choice[] {
  const { padding } = convolutionOf(stage);
  return [
    ...(padding === 'valid'
      ? otherwise(
          stage,
          { padding: 'same' },
          'That is padding “same”, with zeros around the input. With “valid” the kernel must lie inside it as a whole.',
        )
      : otherwise(
          stage,
          { padding: 'valid' },
          'That is padding “valid”. With “same” there are zeros around the input, so the kernel reaches its edges.',
        )),
    ...otherwise(stage, { stride: 1 }, 'That would be a stride of 1: a value for every place.'),
  ];
}

export const CONV2D: Writers<Stage> = {
  shape: (stage) => {
    const { kernel, stride, padding, filters } = convolutionOf(stage);
    const depth = asMap(stage.input)[2];
    const [rows, columns] = asMap(stage.output);
    return {
      text: `${stage.id} slides ${counted(filters, 'kernel')} of ${square(kernel)} over an input of ${formatShape(stage.input)}, with padding “${padding}” and stride ${stride}. What shape comes out?`,
      right: choice(
        formatShape(stage.output),
        `The kernel has ${counted(rows, 'place')} down and ${formatCount(columns)} across, and each kernel makes one map.`,
      ),
      wrong: [
        ...otherEdges(stage),
        ...shapeChoice(
          [rows, columns, depth],
          'The channels that come in do not go out again. Each kernel sums over all of them and makes one new map.',
        ),
        ...shapeChoice(
          [rows - 1, columns - 1, filters],
          'One too few: the place where the kernel begins counts as well.',
        ),
        ...shapeChoice(
          [rows, columns, filters * depth],
          'A kernel is as deep as its input and sums over that depth: one map for a kernel, not one for each channel.',
        ),
      ],
    };
  },
  terms: (stage) => {
    const { kernel, filters } = convolutionOf(stage);
    const depth = asMap(stage.input)[2];
    return {
      text: `${stage.id} lays kernels of ${square(kernel)} on an input of ${formatShape(stage.input)}. How many products are added up for one value of one map?`,
      right: choice(
        formatCount(kernel * kernel * depth),
        `${square(kernel)} cells, and the kernel reaches through all ${counted(depth, 'channel')} of its input.`,
      ),
      wrong: [
        choice(
          formatCount(kernel * kernel),
          'That is the window in a single channel. A kernel reaches through all of them.',
        ),
        choice(
          formatCount(kernel * kernel * filters),
          `That counts the kernels. Each of the ${formatCount(filters)} makes a map of its own; for one value only one of them works.`,
        ),
        choice(
          formatCount(size(stage.input)),
          'That is the whole input, as in a dense unit. A kernel sees its window only.',
        ),
        choice(formatCount(depth), 'That is a single cell of the window, through all channels.'),
        choice(formatCount(kernel * kernel * depth + 1), 'The bias is added as well, but it is no product.'),
      ],
    };
  },
  relu: (stage, _pipeline, random) => {
    if (convolutionOf(stage).activation !== 'relu') return null;
    const tenths = randomInt.source(random);
    const [sum, bias] = [-tenths(5, 10)() / 10, tenths(1, 5)() / 10];
    return {
      text: `At one place the products of a kernel of ${stage.id} add up to ${formatShort(sum)}, and its bias is ${formatShort(bias)}. What stands in the map?`,
      right: choice(
        formatShort(0),
        `${formatShort(sum)} + ${formatShort(bias)} = ${formatShort(sum + bias)}, and ReLU makes 0 of what is below 0.`,
      ),
      wrong: [
        choice(formatShort(sum + bias), 'That is the value before the activation. ReLU turns it into 0.'),
        choice(formatShort(-(sum + bias)), 'ReLU does not drop the sign: what is negative becomes 0.'),
        choice(
          formatShort(bias),
          'ReLU comes last. First the bias is added, then the whole sum is cut off at 0.',
        ),
        choice(formatShort(sum), 'The bias is missing, and ReLU lets nothing negative through.'),
      ],
    };
  },
  depth: (stage) => {
    const { kernel, filters } = convolutionOf(stage);
    const [height, width, depth] = asMap(stage.input);
    return {
      text: `The input of ${stage.id} is ${formatShape(stage.input)}. What is the full shape of one of its kernels?`,
      right: choice(
        formatShape([kernel, kernel, depth]),
        'A kernel is always as deep as its input. Only its height and width are chosen.',
      ),
      wrong: [
        choice(
          formatShape([kernel, kernel, 1]),
          `One layer of weights is not enough for ${counted(depth, 'channel')}: each has weights of its own.`,
        ),
        choice(
          formatShape([kernel, kernel, filters]),
          'That is the number of kernels, and so the depth of the output, not of a kernel.',
        ),
        choice(
          formatShape([height, width, depth]),
          'That is the whole input. A kernel covers a small window and slides.',
        ),
        choice(
          formatShape([kernel, kernel, kernel]),
          'A kernel is square, but it is no cube: its depth comes from the input.',
        ),
      ],
    };
  },
};
