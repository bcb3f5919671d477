import { mean, median, sum } from 'd3-array';
import { formatCount, formatShape, formatShort } from '@/lib/format/format';
import type { GlobalAveragePoolLayer } from '@/lib/kinds/types';
import { forNumber, oneOf, rowsOf, whole } from '@/lib/questions/maker';
import type { Writers } from '@/lib/questions/question';
import { type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/bank-global-average-pool';
import { explain } from '../explain';
import { globalAveragePool as rules } from '../layer';

const LAYER: GlobalAveragePoolLayer = { id: 'pooling', kind: 'globalAveragePool' };
/** Typical of a map after a ReLU: many zeros. */
const VALUES = [0, 0, 0, 1, 2, 3, 4, 5, 6, 8, 9, 12] as const;

export const MADE_UP_GLOBAL_AVERAGE_POOL: Writers<null> = {
  mean: (_about, _pipeline, random) => {
    const values = Array.from({ length: 8 }, () => oneOf(VALUES, random));
    const input = { shape: [2, 4, 1] as const, values: Float32Array.from(values) };
    const { value } = explain(LAYER, input, null, [0]);
    return forNumber(
      words.madeUpMean({ rows: rowsOf(values, 4) }),
      formatShort,
      value,
      words.madeUpMeanWhy({ sum: values.join(' + '), value: formatShort(value) }),
      [
        [mean(values.filter((one) => one > 0)) ?? 0, words.madeUpFired()],
        [Math.max(...values), words.madeUpLargest()],
        [sum(values), words.madeUpSum()],
        [mean(values.slice(0, 4)) ?? 0, words.madeUpRow()],
        [median(values) ?? 0, words.madeUpMiddle()],
      ],
    );
  },
  length: (_about, _pipeline, random) => {
    const input: MapShape = [whole(4, 20, random), whole(4, 20, random), oneOf([8, 16, 32, 64, 128], random)];
    const [height, width, channels] = input;
    const [length] = rules.outputShape(LAYER, input);
    return forNumber(
      words.madeUpLength({ input: formatShape(input) }),
      formatCount,
      length,
      words.madeUpLengthWhy({ channels: formatCount(channels) }),
      [
        [size(input), words.madeUpLengthAll()],
        [height * width, words.madeUpLengthMap()],
        [1, words.madeUpLengthOne()],
        [height * channels, words.madeUpLengthRow()],
      ],
    );
  },
};
