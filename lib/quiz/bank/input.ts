import { randomInt } from 'd3-random';
import { formatCount, formatShape } from '@/lib/format/format';
import type { Stage } from '@/lib/pipeline/pipeline';
import { REFERENCE_FACTS } from '@/lib/pipeline/reference';
import { asMap, size } from '@/lib/tensor/tensor';
import { choice, counted } from '../options';
import type { Writers } from '../question';

export const INPUT: Writers<Stage> = {
  values: ({ output }) => {
    const [height, width, channels] = asMap(output);
    const all = size(output);
    return {
      text: `One picture comes in as ${formatShape(output)}. How many numbers is that?`,
      right: choice(
        formatCount(all),
        `${counted(height, 'row')} of ${counted(width, 'pixel')}, with ${counted(channels, 'number')} each.`,
      ),
      wrong: [
        choice(
          formatCount(height * width),
          `That counts the pixels. The last number of the shape says how many numbers each pixel has: ${channels}.`,
        ),
        choice(formatCount(height + width + channels), 'The sides of a shape are multiplied, not added.'),
        choice(
          formatCount(all * REFERENCE_FACTS.images),
          `That counts all ${formatCount(REFERENCE_FACTS.images)} training pictures. The shape is that of one.`,
        ),
        choice(formatCount(width * channels), 'That is a single row of the picture.'),
      ],
    };
  },
  order: ({ output }) => {
    const [, , channels] = asMap(output);
    if (channels !== 3) return null;
    return {
      text: 'The tensor of a picture is written out as one list, in the order row, column, channel. What comes right after the red value of a pixel?',
      right: choice(
        'The green value of the same pixel',
        'The last axis runs fastest: red, green, blue of one pixel, then the next pixel of the row.',
      ),
      wrong: [
        choice(
          'The red value of the next pixel in the row',
          'That would be three planes, one after the other. Some libraries do it so; here the channel runs fastest.',
        ),
        choice(
          'The red value of the pixel below',
          'The first axis runs slowest: a row of pixels is finished before the next one begins.',
        ),
        choice(
          'The red value of the next picture',
          'A picture is finished before the next one begins: the batch is the outermost axis of all.',
        ),
      ],
    };
  },
  batch: ({ output }, _pipeline, random) => {
    const [height, width, channels] = asMap(output);
    const pictures = 2 ** randomInt.source(random)(3, 7)();
    return {
      text: `${formatCount(pictures)} pictures of ${formatShape(output)} are sent through the network together. What is the shape of this batch?`,
      right: choice(
        formatShape([pictures, height, width, channels]),
        'The batch is one more axis, in front. Each picture in it stays as it is.',
      ),
      wrong: [
        choice(
          formatShape([height, width, channels * pictures]),
          'That would mix the pictures: every pixel would have the colours of all of them.',
        ),
        choice(
          formatShape([height * pictures, width, channels]),
          'That would be one very tall picture. Its borders would be gone.',
        ),
        choice(
          formatShape([height, width, channels, pictures]),
          'The numbers are all there, but the order is another one. Here the batch comes first.',
        ),
      ],
    };
  },
  bytes: ({ output }) => ({
    text: 'Which values can a pixel of the raw picture have in one channel?',
    right: choice(
      'Whole numbers from 0 to 255',
      'One byte for each channel, as nearly every picture file has it. The division comes later.',
    ),
    wrong: [
      choice(
        'Fractions from 0 to 1',
        'That is what the next stage makes of them. Here they are still whole.',
      ),
      choice(
        'Numbers from −1 to 1',
        'Some networks are fed so. This one is given bytes, and a brightness has no sign.',
      ),
      choice(
        `Whole numbers from 1 to ${formatCount(asMap(output)[1])}`,
        'That would number the columns. The value of a pixel is not its place but its brightness.',
      ),
    ],
  }),
};
