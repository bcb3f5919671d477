import { max, mean, min, range, sum } from 'd3-array';
import { formatCount, formatShape, formatShort } from '@/lib/format/format';
import type { MaxPoolLayer } from '@/lib/layers/types';
import type { Stage } from '@/lib/pipeline/pipeline';
import { asMap, size } from '@/lib/tensor/tensor';
import { choice, type Writer } from '../question';

const layerOf = ({ layer }: Stage): MaxPoolLayer => {
  if (layer.kind !== 'maxPool') throw new Error(`${layer.id} pools nothing`);
  return layer;
};

const square = (side: number) => formatShape([side, side]);

/** Values of a window, two decimals each, all different, the largest not the first. */
const windowValues = (side: number): readonly number[] =>
  range(side * side).map((at) => ((at * 37 + 21) % 97) / 100);

export const MAX_POOL: Readonly<Record<string, Writer<Stage>>> = {
  shape: (stage) => {
    const { size: side, stride } = layerOf(stage);
    const [height, width, channels] = asMap(stage.input);
    const [rows, columns] = asMap(stage.output);
    return {
      text: `${stage.id} gets ${formatShape(stage.input)}. Its window is ${square(side)}, its stride ${stride}. What comes out?`,
      right: choice(
        formatShape(stage.output),
        `The window finds ${formatCount(rows)} places down and ${formatCount(columns)} across. What is left over at the edge is dropped, and every map is pooled by itself.`,
      ),
      wrong: [
        choice(
          formatShape([rows, columns, Math.floor(channels / side)]),
          'The number of maps stays: each map is pooled by itself.',
        ),
        choice(
          formatShape([Math.ceil(height / stride), Math.ceil(width / stride), channels]),
          'That is one too many where the side can’t be divided evenly: a window that reaches over the edge does not count.',
        ),
        choice(
          formatShape([height - side + 1, width - side + 1, channels]),
          `That would be a stride of 1. This window moves on by ${stride}.`,
        ),
        choice(formatShape(stage.input), 'Pooling makes the maps smaller; that is what it is for.'),
        choice(formatShape([rows, columns, 1]), 'The maps are not mixed: each is pooled by itself.'),
      ],
    };
  },
  weights: (stage) => {
    const { size: side } = layerOf(stage);
    const channels = asMap(stage.input)[2];
    return {
      text: `How many weights does ${stage.id} learn?`,
      right: choice('0', 'It takes the largest value of each window. There is nothing to learn in that.'),
      wrong: [
        choice(
          formatCount(side * side),
          'The window is as large as that, but it multiplies nothing: it compares.',
        ),
        choice(
          formatCount(side * side * channels),
          'That would be one weight for each cell of the window and map, as in a convolution.',
        ),
        choice(formatCount(channels), 'A bias for each map would be that many. Pooling has none.'),
        choice(
          formatCount(size(stage.output)),
          'That is how many values come out. None of them has a weight.',
        ),
      ],
    };
  },
  winner: (stage) => {
    const values = windowValues(layerOf(stage).size);
    const list = values.map((value) => formatShort(value)).join(', ');
    const [most, least] = [max(values) ?? 0, min(values) ?? 0];
    return {
      text: `A window of ${stage.id} holds ${list}. What comes out?`,
      right: choice(formatShort(most), 'The largest, as it is.'),
      wrong: [
        choice(
          formatShort(mean(values) ?? 0),
          'That is the mean, which average pooling gives. This is max pooling.',
        ),
        choice(formatShort(sum(values)), 'A convolution adds. Pooling picks one value.'),
        choice(formatShort(values[0]), 'The place in the window does not matter, only the size.'),
        choice(formatShort(least), 'The largest is kept: where the pattern was found most clearly.'),
      ],
    };
  },
  gradient: (stage) => {
    const { size: side } = layerOf(stage);
    return {
      text: `In training, who gets the gradient of a value that ${stage.id} let through?`,
      right: choice(
        'Only the value that won its window',
        'A small change of the others would change nothing, so their gradient is 0.',
      ),
      wrong: [
        choice(
          `All ${formatCount(side * side)} values, in equal parts`,
          'That is how average pooling does it. Here the losers had no part in the result.',
        ),
        choice(
          'None: without weights the gradient ends here',
          'A layer without weights still passes the gradient on; else nothing before it would learn.',
        ),
        choice('The smallest value, so that it grows', 'It had no part in the result, so its gradient is 0.'),
      ],
    };
  },
  loss: (stage) => ({
    text: `What is lost in ${stage.id}?`,
    right: choice(
      'Where in its window the largest value stood',
      'A pattern that moves by a cell within the window gives the same answer. That helps, and costs the exact place.',
    ),
    wrong: [
      choice('How strong the pattern was', 'The largest value comes through unchanged.'),
      choice('Which of the maps found it', 'Every map is pooled by itself, so that is kept.'),
      choice('Nothing: the picture can be got back', 'Of every window only one value stays.'),
    ],
  }),
};
