import { mean, sum } from 'd3-array';
import { formatShort } from '@/lib/format/format';
import { formatSides } from '@/lib/kinds/parts/sides';
import type { AveragePoolLayer } from '@/lib/kinds/types';
import { forNumber, oneOf, smallMap } from '@/lib/questions/maker';

import type { Writers } from '@/lib/questions/question';
import words from '@/words/bank-average-pool';
import { explain } from '../explain';
import { gradient } from '../gradient';

const layerOf = (size: number): AveragePoolLayer => ({
  id: 'pooling',
  kind: 'averagePool',
  size,
  stride: size,
  padding: 'valid',
});

export const MADE_UP_AVERAGE_POOL: Writers<null> = {
  map: (_about, _pipeline, random) => {
    const { values, rows, input, row, column } = smallMap(random);
    const { value, terms } = explain(layerOf(2), input, null, [row, column, 0]);
    const window = terms.map((term) => term.value);
    return forNumber(
      words.madeUpMap({ rows, row, column }),
      formatShort,
      value,
      words.madeUpMapWhy({ sum: window.join(' + '), value: formatShort(value) }),
      [
        [Math.max(...window), words.madeUpLargest()],
        [sum(window), words.madeUpSum()],
        [row + column > 0 ? values[row * 4 + column] : Number.NaN, words.madeUpOwn()],
        [mean(values) ?? 0, words.madeUpWhole()],
        [window[0], words.madeUpFirst()],
      ],
    );
  },
  gradient: (_about, _pipeline, random) => {
    const size = oneOf([2, 4, 5], random);
    const arriving = oneOf([0.4, 0.8, 1.2, 2, -0.4, -0.8], random);
    const cells = size * size;
    const input = { shape: [size, size, 1] as const, values: new Float32Array(cells) };
    const [back] = gradient.pullBack(layerOf(size), input, null, Float64Array.of(arriving));
    return forNumber(
      words.madeUpGradient({ size: formatSides(size), gradient: formatShort(arriving) }),
      formatShort,
      back,
      words.madeUpGradientWhy({ cells, gradient: formatShort(arriving), back: formatShort(back) }),
      [
        [arriving, words.madeUpGradientAll()],
        [arriving / size, words.madeUpGradientSide()],
        [0, words.madeUpGradientNone()],
        [-back, words.madeUpGradientSign()],
      ],
    );
  },
};
