import { formatBytes } from '@/lib/format/bytes';
import { formatCount, formatShape } from '@/lib/format/format';
import { forNumber, oneOf, whole } from '@/lib/questions/maker';
import type { Random, Writers } from '@/lib/questions/question';
import { type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/bank-made-up-images';

const anyImage = (random: Random): MapShape => [
  whole(10, 60, random),
  whole(10, 60, random),
  oneOf([1, 3], random),
];

export const MADE_UP_INPUT: Writers<null> = {
  count: (_about, _pipeline, random) => {
    const shape = anyImage(random);
    const [height, width, channels] = shape;
    return forNumber(
      words.count({ shape: formatShape(shape) }),
      formatCount,
      size(shape),
      words.countWhy({ height, width, channels, numbers: formatCount(size(shape)) }),
      [
        [height + width + channels, words.countSum()],
        [
          channels === 1 ? height * width * 3 : height * width,
          channels === 1 ? words.countChannel() : words.countPixels(),
        ],
        [size(shape) * 32, words.countBatch()],
        [2 * (height + width) * channels, words.countAround()],
      ],
    );
  },
  batch: (_about, _pipeline, random) => {
    const shape = anyImage(random);
    const count = oneOf([8, 16, 32, 64], random);
    const all = size(shape) * count * 4;
    return forNumber(
      words.batch({ count, shape: formatShape(shape) }),
      formatBytes,
      all,
      words.batchWhy({ count, shape: formatShape(shape), bytes: formatCount(all) }),
      [
        [all / 4, words.batchByte()],
        [all / count, words.batchOne()],
        [all / shape[2] / 2, words.batchChannels()],
        [all * 8, words.batchBits()],
      ],
    );
  },
};
