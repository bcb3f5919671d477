import { formatCount, formatShape, formatShort } from '@/lib/format/format';
import type { NormalizeLayer } from '@/lib/layers/types';
import type { Stage } from '@/lib/pipeline/pipeline';
import { REFERENCE_FACTS } from '@/lib/pipeline/reference';
import { asMap, size } from '@/lib/tensor/tensor';
import { choice, type Writer } from '../question';

export const INPUT: Readonly<Record<string, Writer<Stage>>> = {
  values: ({ output }) => {
    const [height, width, channels] = asMap(output);
    const all = size(output);
    return {
      text: `A picture comes in as ${formatShape(output)}. How many numbers is that?`,
      right: choice(
        formatCount(all),
        `${formatCount(height)} rows of ${formatCount(width)} pixels, with ${channels} numbers each.`,
      ),
      wrong: [
        choice(
          formatCount(height * width),
          `That counts the pixels. Each pixel is ${channels} numbers, one for each colour.`,
        ),
        choice(
          formatCount(all * REFERENCE_FACTS.images),
          `That counts all ${formatCount(REFERENCE_FACTS.images)} training pictures. The shape is that of one.`,
        ),
        choice(formatCount(height + width + channels), 'The sides of a shape are multiplied, not added.'),
        choice(formatCount(all * 2), 'Each value is one number, whatever it stands for.'),
      ],
    };
  },
  order: ({ output }) => {
    const [, , channels] = asMap(output);
    if (channels !== 3) return null;
    return {
      text: 'The values lie in memory row by row. What comes right after the red value of a pixel?',
      right: choice(
        'The green value of the same pixel',
        'The channel runs fastest: red, green, blue of one pixel, then the next pixel of the row.',
      ),
      wrong: [
        choice(
          'The red value of the next pixel',
          'That would be three planes, one after the other. Here the channel runs fastest.',
        ),
        choice(
          'The red value of the pixel below',
          'The row runs slowest: one row of pixels is finished before the next begins.',
        ),
        choice(
          'The red value of the next picture',
          'A picture is finished before the next begins; the batch is the outermost axis.',
        ),
      ],
    };
  },
  bytes: ({ output }) => ({
    text: 'Which values can a pixel of the raw picture have in one channel?',
    right: choice(
      'Whole numbers from 0 to 255',
      'One byte for each channel, as nearly every picture file has it. The network gets them so and divides later.',
    ),
    wrong: [
      choice(
        'Fractions from 0 to 1',
        'That is what the second stage makes of them; here they are still whole.',
      ),
      choice(
        'Numbers from −1 to 1',
        'Some networks are fed so. This one gets bytes, and brightness has no sign.',
      ),
      choice(
        `Whole numbers from 1 to ${formatCount(asMap(output)[1])}`,
        'That is the number of a column, not a brightness.',
      ),
    ],
  }),
};

const divisorOf = ({ layer }: Stage): NormalizeLayer['divisor'] => {
  if (layer.kind !== 'normalize') throw new Error(`${layer.id} does not normalize`);
  return layer.divisor;
};

export const NORMALIZE: Readonly<Record<string, Writer<Stage>>> = {
  value: (stage) => {
    const divisor = divisorOf(stage);
    const raw = Math.round(divisor / 5);
    return {
      text: `A raw value is ${formatCount(raw)}. What does ${stage.id} make of it?`,
      right: choice(
        formatShort(raw / divisor),
        `${formatCount(raw)} / ${formatCount(divisor)}, and nothing else.`,
      ),
      wrong: [
        choice(
          formatShort(1 - raw / divisor),
          'That turns the brightness round, as in a negative. Dividing leaves dark dark.',
        ),
        choice(formatShort(raw / 100), `The values go up to ${formatCount(divisor)}, not to 100.`),
        choice(
          formatShort(raw - divisor / 2),
          'That moves the middle to 0. Some networks do so; this one only divides.',
        ),
        choice(formatCount(raw * divisor), 'That multiplies. Dividing brings the values to between 0 and 1.'),
      ],
    };
  },
  learned: (stage) => ({
    text: `How many weights does ${stage.id} learn?`,
    right: choice('None', `The divisor, ${formatCount(divisorOf(stage))}, is fixed before training begins.`),
    wrong: [
      choice('One: the divisor', 'The divisor is set by hand: the largest value that a byte can have.'),
      choice(
        `${formatCount(asMap(stage.output)[2])}: one for each channel`,
        'All channels are divided by the same number, and it is not learned.',
      ),
      choice(
        `${formatCount(size(stage.output))}: one for each value`,
        'All values are divided by the same number, and it is not learned.',
      ),
    ],
  }),
  reason: () => ({
    text: 'Why are the raw values divided at all?',
    right: choice(
      'Small inputs keep the sums, and the steps of training, in a range that works',
      'With inputs up to 255 the first sums are hundreds of times larger, and a usual learning rate throws the weights about.',
    ),
    wrong: [
      choice(
        'It makes the picture brighter',
        'All values shrink by the same factor, so the picture is the same.',
      ),
      choice('It makes the picture smaller', 'Every pixel stays: the shape is the same before and after.'),
      choice(
        'It takes the colour out, which saves work',
        'All channels stay. A network for colour pictures wants them.',
      ),
    ],
  }),
};
