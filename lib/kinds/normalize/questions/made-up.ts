import { formatCount, formatNumber } from '@/lib/format/format';
import { forNumber, oneOf, whole } from '@/lib/questions/maker';
import type { Writers } from '@/lib/questions/question';
import words from '@/words/bank-made-up-images';
import { explain } from '../explain';

export const MADE_UP_NORMALIZE: Writers<null> = {
  back: (_about, _pipeline, random) => {
    const raw = whole(1, 50, random) * 5;
    const layer = { id: 'normalize', kind: 'normalize', divisor: 255 } as const;
    const { value } = explain(layer, { shape: [1, 1, 1], values: Float32Array.of(raw) }, null, [0, 0, 0]);
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
    const { value } = explain(layer, { shape: [1, 1, 1], values: Float32Array.of(raw) }, null, [0, 0, 0]);
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
