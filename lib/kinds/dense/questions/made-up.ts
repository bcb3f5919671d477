import { formatBytes } from '@/lib/format/bytes';
import { formatCount, formatShort } from '@/lib/format/format';
import { countOf } from '@/lib/kinds/parts/weights';
import {
  EASY,
  factor,
  forNumber,
  listed,
  oneOf,
  products,
  several,
  weightsOf,
  whole,
} from '@/lib/questions/maker';
import type { Writers } from '@/lib/questions/question';
import words from '@/words/bank-made-up-vectors';
import type { DenseLayer } from '../../types';
import { explain } from '../explain';
import { dense as rules } from '../layer';

const dense = (units: number): DenseLayer => ({ id: 'dense', kind: 'dense', units, activation: 'relu' });

export const MADE_UP_DENSE: Writers<null> = {
  byHand: (_about, _pipeline, random) => {
    const values = several([0, 0.5, 1, 2, 3, 4], 3, random);
    const weights = several(EASY, 3, random);
    const bias = oneOf(EASY, random);
    const { value, before } = explain(
      dense(1),
      { shape: [3], values: Float32Array.from(values) },
      weightsOf([3, 1], weights, [bias]),
      [0],
    );
    return forNumber(
      words.byHand({ values: listed(values), weights: listed(weights), bias: formatShort(bias) }),
      formatShort,
      value,
      words.byHandWhy({
        sum: products(values, weights),
        bias: factor(bias),
        before: formatShort(before),
        value: formatShort(value),
      }),
      [
        [before, words.byHandBefore()],
        [Math.max(0, before - bias), words.byHandNoBias()],
        [before - bias, words.byHandBare()],
        [Math.max(0, ...values.map((one, at) => one * weights[at])), words.byHandLargest()],
        [Math.max(0, before) + 0.5, words.byHandSlip()],
        [-before, words.byHandSign()],
      ],
    );
  },
  parameters: (_about, _pipeline, random) => {
    const [inputs, units] = [whole(20, 400, random), whole(8, 60, random)];
    const all = countOf(rules.parameters(dense(units), [inputs]));
    return forNumber(
      words.parameters({ units, values: inputs }),
      formatCount,
      all,
      words.parametersWhy({ values: inputs, units, parameters: formatCount(all) }),
      [
        [inputs * units, words.parametersNoBias()],
        [inputs * units + inputs, words.parametersInputs()],
        [inputs * units + 1, words.parametersOneBias()],
        [inputs + units, words.everyUnit()],
      ],
    );
  },
  memory: (_about, _pipeline, random) => {
    const [inputs, units] = [whole(2, 12, random) * 100, whole(2, 9, random) * 10];
    const bytes = rules.multiplyAdds(dense(units), [inputs]) * 4;
    return forNumber(
      words.memory({ units, values: inputs }),
      formatBytes,
      bytes,
      words.memoryWhy({ values: inputs, units, bytes: formatCount(bytes) }),
      [
        [bytes / 4, words.memoryByte()],
        [bytes / 4 / 8, words.memoryEight()],
        [(inputs + units) * 4, words.everyUnit()],
        [bytes * 8, words.memoryBits()],
      ],
    );
  },
};
