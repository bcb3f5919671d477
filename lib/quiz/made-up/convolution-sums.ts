import { formatCount, formatShort } from '@/lib/format/format';
import { square } from '../options';
import type { Writers } from '../question';
import { biasForgotten, layerOf, rules } from './convolution';
import { EASY, factor, forNumber, oneOf, products, several, weightsOf } from './maker';

/** One value of a convolution, by hand. */
export const MADE_UP_CONVOLUTION_SUMS: Writers<null> = {
  byHand: (_about, _pipeline, random) => {
    const values = Array.from({ length: 9 }, () => oneOf([0, 1, 2, 3], random));
    const kernel = Array.from({ length: 9 }, () => oneOf([-1, 0, 1, 2], random));
    const bias = oneOf(EASY, random);
    const input = { shape: [3, 3, 1] as const, values: Float32Array.from(values) };
    const weights = weightsOf([3, 3, 1, 1], kernel, [bias]);
    const { value, before } = rules.explain(layerOf({ activation: 'relu' }), input, weights, [0, 0, 0]);
    const turned = rules.explain(
      layerOf({}),
      input,
      weightsOf([3, 3, 1, 1], kernel.toReversed(), [bias]),
      [0, 0, 0],
    );
    const rows = (all: readonly number[]) =>
      [0, 3, 6]
        .map((at) =>
          all
            .slice(at, at + 3)
            .map(formatShort)
            .join(' '),
        )
        .join(' / ');
    const used = values.flatMap((one, at) => (one !== 0 && kernel[at] !== 0 ? [at] : []));
    if (used.length < 2) return null;
    const sum = products(
      used.map((at) => values[at]),
      used.map((at) => kernel[at]),
    );
    return forNumber(
      `Under a kernel lie ${rows(values)}. Its weights are ${rows(kernel)}, its bias is ${formatShort(bias)}, and ReLU follows. What comes out?`,
      formatShort,
      value,
      `Place by place: ${sum} + ${factor(bias)} = ${formatShort(before)}. ReLU makes that ${formatShort(value)}.`,
      [
        [before, 'That is the sum before ReLU, which lets nothing below 0 through.'],
        [Math.max(0, before - bias), biasForgotten],
        [Math.max(0, turned.value), 'That turns the kernel upside down. Networks lay it on as it is.'],
        [before - bias, 'That leaves bias and ReLU out.'],
        [
          Math.max(0, before) + 1,
          'A product or a sign went wrong: multiply place by place, then add all nine.',
        ],
        [-before, 'The sign is the other one.'],
      ],
    );
  },
  channels: (_about, _pipeline, random) => {
    const values = several([0.5, 1, 1.5, 2, 3], 3, random);
    const kernel = several(EASY, 3, random);
    const bias = oneOf(EASY, random);
    const input = { shape: [1, 1, 3] as const, values: Float32Array.from(values) };
    const layer = layerOf({ kernel: 1 });
    const { value } = rules.explain(layer, input, weightsOf([1, 1, 3, 1], kernel, [bias]), [0, 0, 0]);
    const largest = Math.max(...values.map((one, at) => one * kernel[at]));
    return forNumber(
      `A 1 × 1 kernel meets a place whose three channels hold ${values.map(formatShort).join(', ')}. Its weights are ${kernel.map(formatShort).join(', ')}, its bias is ${formatShort(bias)}. What is its value there, before any activation?`,
      formatShort,
      value,
      `${products(values, kernel)} + ${factor(bias)} = ${formatShort(value)}.`,
      [
        [value - bias, biasForgotten],
        [largest + bias, 'That takes the largest product alone. A kernel adds its channels up.'],
        [(value - bias) / 3 + bias, 'That is the mean over the channels. A kernel adds them up.'],
        [value - 2 * bias, 'The bias is added, not taken away.'],
        [value + 1, 'A product went wrong: multiply channel by channel, then add.'],
      ],
    );
  },
  padding: (_about, _pipeline, random) => {
    const kernel = oneOf([3, 5, 7, 9, 11], random);
    const layer = layerOf({ kernel, padding: 'same' });
    const before = rules.window(layer, 32)?.before ?? 0;
    return forNumber(
      `A kernel of ${square(kernel)} with stride 1 is to leave height and width as they are. How many rows of zeros does it need above the picture?`,
      formatCount,
      before,
      `The kernel’s middle is to lie on every pixel, so half of it hangs over: (${kernel} − 1) ÷ 2 = ${before}.`,
      [
        [kernel - 1, 'That is above and below together.'],
        [kernel, 'That would let the whole kernel hang over.'],
        [0, 'Without zeros the map becomes smaller.'],
        [(kernel + 1) / 2, 'One too many: the middle row lies on the picture.'],
      ],
    );
  },
};
