import { sum } from 'd3-array';
import { formatCount, formatShape, formatShort } from '@/lib/format/format';
import type { BatchNormalizationLayer, Weights } from '@/lib/kinds/types';
import { EASY, factor, forNumber, oneOf, whole } from '@/lib/questions/maker';
import type { Writers } from '@/lib/questions/question';
import { type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/bank-batch-normalization';
import { numbersIn } from '../../parts/weights';
import { explain } from '../explain';
import { batchNormalization as rules } from '../layer';

/** A power of two, so that a variance minus this has an exact root. */
const EPSILON = 2 ** -10;
const LAYER: BatchNormalizationLayer = {
  id: 'normalization',
  kind: 'batchNormalization',
  epsilon: EPSILON,
  momentum: 0.99,
};

/** The numbers of a single channel. */
function channelOf(gamma: number, beta: number, mean: number, deviation: number): Weights {
  const one = (value: number) => ({ shape: [1], values: Float32Array.of(value) });
  return {
    gamma: one(gamma),
    beta: one(beta),
    movingMean: one(mean),
    movingVariance: one(deviation ** 2 - EPSILON),
  };
}

export const MADE_UP_BATCH_NORMALIZATION: Writers<null> = {
  line: (_about, _pipeline, random) => {
    const [mean, deviation] = [oneOf([-2, -1, 0.5, 1, 2, 3], random), oneOf([0.5, 2, 4], random)];
    const [gamma, beta] = [oneOf([-1, 0.5, 1.5, 2, 3], random), oneOf(EASY, random)];
    const value = oneOf([-3, -1, 0, 1.5, 4, 5, 6], random);
    const input = { shape: [1] as const, values: Float32Array.of(value) };
    const output = explain(LAYER, input, channelOf(gamma, beta, mean, deviation), [0]).value;
    const standard = (value - mean) / deviation;
    return forNumber(
      words.madeUpLine({
        mean: formatShort(mean),
        deviation: formatShort(deviation),
        gamma: formatShort(gamma),
        beta: formatShort(beta),
        value: formatShort(value),
      }),
      formatShort,
      output,
      words.madeUpLineWhy({
        value: formatShort(value),
        mean: factor(mean),
        deviation: formatShort(deviation),
        standard: formatShort(standard),
        standardFactor: factor(standard),
        gamma: formatShort(gamma),
        beta: factor(beta),
        output: formatShort(output),
      }),
      [
        [gamma * standard, words.madeUpNoBeta()],
        [standard + beta, words.madeUpNoGamma()],
        [(gamma * (value - mean)) / deviation ** 2 + beta, words.madeUpVariance()],
        [(gamma * value) / deviation + beta, words.madeUpNoMean()],
        [gamma * (standard + beta), words.madeUpOrder()],
        [standard, words.madeUpStandard()],
      ],
    );
  },
  trained: (_about, _pipeline, random) => {
    const input: MapShape = [whole(8, 40, random), whole(8, 40, random), oneOf([8, 16, 24, 32, 64], random)];
    const [, , channels] = input;
    const specs = Object.values(rules.parameters(LAYER, input) ?? {});
    const learned = sum(specs, ({ trained, shape }) => (trained ? numbersIn(shape) : 0));
    return forNumber(
      words.madeUpTrained({ input: formatShape(input) }),
      formatCount,
      learned,
      words.madeUpTrainedWhy({ channels: formatCount(channels), parameters: formatCount(learned) }),
      [
        [sum(specs, ({ shape }) => numbersIn(shape)), words.madeUpTrainedAll()],
        [channels, words.madeUpTrainedHalf()],
        [2, words.madeUpTrainedTwo()],
        [2 * size(input), words.madeUpTrainedValues()],
      ],
    );
  },
};
