import { formatCount, formatShape } from '@/lib/format/format';
import type { Stage } from '@/lib/pipeline/pipeline';
import { asMap, size } from '@/lib/tensor/tensor';
import { choice, counted, square } from '../options';
import type { Writers } from '../question';
import { convolutionOf } from './conv2d';

/** What a convolution costs: in parameters, which are shared over all places, and in work, which is not. */
export const CONV2D_COST: Writers<Stage> = {
  parameters: (stage) => {
    const { kernel, filters } = convolutionOf(stage);
    const depth = asMap(stage.input)[2];
    const one = kernel * kernel * depth;
    return {
      text: `${stage.id} has ${counted(filters, 'kernel')} of ${square(kernel)} on ${counted(depth, 'channel')}. How many parameters is that, biases included?`,
      right: choice(
        formatCount(stage.parameters),
        `${square(kernel)} × ${formatCount(depth)} = ${counted(one, 'weight')} and a bias for each kernel: ${formatCount(one + 1)} × ${formatCount(filters)}.`,
      ),
      wrong: [
        choice(formatCount(one * filters), 'Those are the weights. Each kernel has a bias as well.'),
        choice(
          formatCount((kernel * kernel + 1) * filters),
          `A kernel is as deep as its input: ${square(kernel)} weights for each of the ${counted(depth, 'channel')}.`,
        ),
        choice(formatCount(one + 1), 'That is one kernel with its bias. There are more.'),
        choice(
          formatCount(one * filters + 1),
          'There is not one bias for the layer, but one for each kernel.',
        ),
        choice(
          formatCount(stage.parameters * size(stage.input)),
          'The same kernel is used at every place, so the size of the input does not count.',
        ),
      ],
    };
  },
  sharing: (stage) => {
    const { parameters } = stage;
    const [height, width, depth] = asMap(stage.input);
    return {
      text: `${stage.id} has ${counted(parameters, 'parameter')}. Its input grows from ${formatShape(stage.input)} to ${formatShape([2 * height, 2 * width, depth])}. How many parameters has it then?`,
      right: choice(
        formatCount(parameters),
        'The same kernels slide over a larger input. They make larger maps, and nothing more is to be learned.',
      ),
      wrong: [
        choice(
          formatCount(4 * parameters),
          'The work grows fourfold, with the number of places. The kernels stay the same.',
        ),
        choice(formatCount(2 * parameters), 'A kernel does not grow with the input it slides over.'),
        choice(
          formatCount(size(stage.output) * parameters),
          'That would give every place a kernel of its own, and nothing would be shared.',
        ),
      ],
    };
  },
  places: (stage) => {
    const { stride, padding, filters } = convolutionOf(stage);
    const [height, width] = asMap(stage.input);
    const [rows, columns] = asMap(stage.output);
    const places = `${counted(rows, 'place')} down, ${formatCount(columns)} across`;
    return {
      text: `The input of ${stage.id} is ${formatShape(stage.input)}, padding “${padding}”, stride ${stride}. At how many places does one kernel compute a value?`,
      right: choice(
        formatCount(rows * columns),
        `${places}, always with the same weights. A pattern learned at one place is known at all of them.`,
      ),
      wrong: [
        choice(
          formatCount(height * width),
          stride > 1
            ? `That is every cell of the input. This kernel moves on by ${stride}.`
            : 'That is every cell of the input. At the edges the kernel does not fit.',
        ),
        choice(formatCount(filters), 'That is how many kernels there are. Each of them visits every place.'),
        choice(formatCount(rows + columns), `${places}: the two are multiplied, not added.`),
        choice('1', 'Then its pattern would be found at that place only.'),
      ],
    };
  },
  work: (stage) => {
    const { kernel } = convolutionOf(stage);
    const depth = asMap(stage.input)[2];
    return {
      text: `${stage.id} makes ${formatShape(stage.output)} with kernels of ${square(kernel)} on ${counted(depth, 'channel')}. How many multiplications is that for one picture?`,
      right: choice(
        formatCount(stage.multiplyAdds),
        `${counted(size(stage.output), 'value')} come out, and each takes ${square(kernel)} × ${formatCount(depth)} products.`,
      ),
      wrong: [
        choice(
          formatCount(stage.parameters),
          'That is how many parameters there are. Each weight is used again at every place.',
        ),
        choice(
          formatCount(size(stage.output)),
          'That is how many values come out. Each of them is a sum of many products.',
        ),
        choice(
          formatCount(size(stage.output) * kernel * kernel),
          'That forgets the depth: the kernel goes through all channels of its input.',
        ),
        choice(
          formatCount(size(stage.input)),
          'That is how many values come in. Most of them are used many times.',
        ),
      ],
    };
  },
};
