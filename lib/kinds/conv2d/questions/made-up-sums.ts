import { formatCount, formatShort } from '@/lib/format/format';
import { formatSides } from '@/lib/kinds/parts/sides';
import {
  EASY,
  factor,
  forNumber,
  listed,
  oneOf,
  products,
  rowsOf,
  several,
  weightsOf,
} from '@/lib/questions/maker';
import type { Writers } from '@/lib/questions/question';
import words from '@/words/bank-made-up-sums';
import { explain } from '../explain';
import { biasForgotten, layerOf, rules } from './made-up';

/** One value of a convolution, by hand. */
export const MADE_UP_CONVOLUTION_SUMS: Writers<null> = {
  byHand: (_about, _pipeline, random) => {
    const values = Array.from({ length: 9 }, () => oneOf([0, 1, 2, 3], random));
    const kernel = Array.from({ length: 9 }, () => oneOf([-1, 0, 1, 2], random));
    const bias = oneOf(EASY, random);
    const input = { shape: [3, 3, 1] as const, values: Float32Array.from(values) };
    const weights = weightsOf([3, 3, 1, 1], kernel, [bias]);
    const { value, before } = explain(layerOf({ activation: 'relu' }), input, weights, [0, 0, 0]);
    const turned = explain(
      layerOf({}),
      input,
      weightsOf([3, 3, 1, 1], kernel.toReversed(), [bias]),
      [0, 0, 0],
    );
    const used = values.flatMap((one, at) => (one !== 0 && kernel[at] !== 0 ? [at] : []));
    if (used.length < 2) return null;
    const sum = products(
      used.map((at) => values[at]),
      used.map((at) => kernel[at]),
    );
    return forNumber(
      words.byHand({ values: rowsOf(values, 3), weights: rowsOf(kernel, 3), bias: formatShort(bias) }),
      formatShort,
      value,
      words.byHandWhy({ sum, bias: factor(bias), before: formatShort(before), value: formatShort(value) }),
      [
        [before, words.byHandBefore()],
        [Math.max(0, before - bias), biasForgotten],
        [Math.max(0, turned.value), words.byHandTurned()],
        [before - bias, words.byHandBare()],
        [Math.max(0, before) + 1, words.byHandSlip()],
        [-before, words.byHandSign()],
      ],
    );
  },
  channels: (_about, _pipeline, random) => {
    const values = several([0.5, 1, 1.5, 2, 3], 3, random);
    const kernel = several(EASY, 3, random);
    const bias = oneOf(EASY, random);
    const input = { shape: [1, 1, 3] as const, values: Float32Array.from(values) };
    const layer = layerOf({ kernel: 1 });
    const { value } = explain(layer, input, weightsOf([1, 1, 3, 1], kernel, [bias]), [0, 0, 0]);
    const largest = Math.max(...values.map((one, at) => one * kernel[at]));
    return forNumber(
      words.channels({ values: listed(values), weights: listed(kernel), bias: formatShort(bias) }),
      formatShort,
      value,
      words.channelsWhy({ sum: products(values, kernel), bias: factor(bias), value: formatShort(value) }),
      [
        [value - bias, biasForgotten],
        [largest + bias, words.channelsLargest()],
        [(value - bias) / 3 + bias, words.channelsMean()],
        [value - 2 * bias, words.channelsMinus()],
        [value + 1, words.channelsSlip()],
      ],
    );
  },
  padding: (_about, _pipeline, random) => {
    const kernel = oneOf([3, 5, 7, 9, 11], random);
    const layer = layerOf({ kernel, padding: 'same' });
    const before = rules.window(layer, 32, 'height')?.before ?? 0;
    return forNumber(
      words.padding({ size: formatSides(kernel) }),
      formatCount,
      before,
      words.paddingWhy({ kernel, before }),
      [
        [kernel - 1, words.paddingBoth()],
        [kernel, words.paddingWhole()],
        [0, words.paddingNone()],
        [(kernel + 1) / 2, words.paddingMiddle()],
      ],
    );
  },
};
