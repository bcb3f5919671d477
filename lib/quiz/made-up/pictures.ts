import { formatBytes } from '@/lib/format/bytes';
import { formatCount, formatNumber, formatShape } from '@/lib/format/format';
import { rulesOf } from '@/lib/layers/registry';
import { type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/bank-made-pictures';
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
    const shape = anyPicture(random);
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
      words.back({ value: formatNumber(value, 3) }),
      (byte) => formatCount(Math.round(byte)),
      raw,
      words.backWhy({
        value: formatNumber(value, 3),
        product: formatNumber(Number(value.toFixed(3)) * 255, 1),
      }),
      [
        [value * 256, words.backDivisor()],
        [255 - raw, words.backTurned()],
        [value * 100, words.backPercent()],
        [raw + 5, words.backSlip()],
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
      words.other({ divisor, raw }),
      (number) => formatNumber(number, 2),
      value,
      words.otherWhy({ raw, divisor, value: formatNumber(value, 2) }),
      [
        [raw / 255, words.other255()],
        [divisor / raw, words.otherTurned()],
        [raw - divisor, words.otherMinus()],
        [raw / 255 / divisor, words.otherTwice()],
        [raw * divisor, words.otherTimes()],
      ],
    );
  },
};
