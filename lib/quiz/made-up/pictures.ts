import { formatBytes } from '@/lib/format/bytes';
import { formatCount, formatNumber, formatShape } from '@/lib/format/format';
import { rulesOf } from '@/lib/layers/registry';
import { type MapShape, size } from '@/lib/tensor/tensor';
import type { Random, Writers } from '../question';
import { forNumber, oneOf, whole } from './maker';

const anyPicture = (random: Random): MapShape => [
  whole(10, 60, random),
  whole(10, 60, random),
  oneOf([1, 3], random),
];
const bytes = rulesOf({ id: 'normalize', kind: 'normalize', divisor: 255 } as const);

export const MADE_UP_INPUT: Writers<null> = {
  count: (_about, _pipeline, random) => {
    const shape = anyPicture(random);
    const [height, width, channels] = shape;
    return forNumber(
      `A picture comes in as ${formatShape(shape)}. How many numbers is that?`,
      formatCount,
      size(shape),
      `${height} × ${width} × ${channels} = ${formatCount(size(shape))}.`,
      [
        [height + width + channels, 'The sizes are multiplied, not added.'],
        [
          channels === 1 ? height * width * 3 : height * width,
          channels === 1
            ? 'There is one channel here, not three.'
            : 'Those are the pixels. Each has three numbers.',
        ],
        [size(shape) * 32, 'That would be a batch of 32.'],
        [2 * (height + width) * channels, 'That goes around the picture, not over it.'],
      ],
    );
  },
  batch: (_about, _pipeline, random) => {
    const shape = anyPicture(random);
    const count = oneOf([8, 16, 32, 64], random);
    const all = size(shape) * count * 4;
    return forNumber(
      `A batch of ${count} pictures of ${formatShape(shape)} lies in memory, 4 bytes a number. How much is that?`,
      formatBytes,
      all,
      `${count} × ${shape.join(' × ')} × 4 = ${formatCount(all)} bytes.`,
      [
        [all / 4, 'That is one byte a number, as in the file.'],
        [all / count, 'That is one picture.'],
        [all / shape[2] / 2, 'Every channel counts, and each number has 4 bytes.'],
        [all * 8, 'Those are bits.'],
      ],
    );
  },
};

export const MADE_UP_NORMALIZE: Writers<null> = {
  back: (_about, _pipeline, random) => {
    const raw = whole(1, 50, random) * 5;
    const layer = { id: 'normalize', kind: 'normalize', divisor: 255 } as const;
    const { value } = bytes.explain(
      layer,
      { shape: [1, 1, 1], values: Float32Array.of(raw) },
      null,
      [0, 0, 0],
    );
    return forNumber(
      `After dividing by 255 a value is ${formatNumber(value, 3)}. What was the byte?`,
      (byte) => formatCount(Math.round(byte)),
      raw,
      `${formatNumber(value, 3)} × 255 is ${formatNumber(Number(formatNumber(value, 3)) * 255, 1)}, and bytes are whole.`,
      [
        [value * 256, 'Bytes reach from 0 to 255: the divisor is 255.'],
        [255 - raw, 'Nothing is turned around: 1 is the brightest.'],
        [value * 100, 'That would be percent.'],
        [raw + 5, 'Multiply by 255 once more.'],
      ],
    );
  },
  other: (_about, _pipeline, random) => {
    const [raw, divisor] = [whole(3, 24, random) * 10, oneOf([50, 100, 200, 250], random)];
    const layer = { id: 'normalize', kind: 'normalize', divisor } as const;
    const { value } = bytes.explain(
      layer,
      { shape: [1, 1, 1], values: Float32Array.of(raw) },
      null,
      [0, 0, 0],
    );
    return forNumber(
      `A network divides its pictures by ${divisor} instead of 255. What becomes of the byte ${raw}?`,
      (number) => formatNumber(number, 2),
      value,
      `${raw} ÷ ${divisor} = ${formatNumber(value, 2)}.`,
      [
        [raw / 255, 'That divides by 255.'],
        [divisor / raw, 'That is the other way round.'],
        [raw - divisor, 'It is divided, not taken away.'],
        [raw / 255 / divisor, 'It is divided once.'],
        [raw * divisor, 'It is divided, not multiplied.'],
      ],
    );
  },
};
