import { formatShort } from '@/lib/format/format';
import type { ActivationLayer } from '@/lib/kinds/types';
import { factor, forNumber, oneOf } from '@/lib/questions/maker';
import type { Writers } from '@/lib/questions/question';
import words from '@/words/bank-activation';
import { behindActivation } from '../../parts/behind-activation';
import { explain } from '../explain';

const layerOf = (change: Partial<ActivationLayer>): ActivationLayer => ({
  id: 'activation',
  kind: 'activation',
  activation: 'leakyRelu',
  ...change,
});

export const MADE_UP_ACTIVATION: Writers<null> = {
  leaky: (_about, _pipeline, random) => {
    const slope = oneOf([0.1, 0.2, 0.3], random);
    const value = oneOf([-8, -6, -5, -4, -3, -2, -1.5, 2, 4], random);
    const input = { shape: [1] as const, values: Float32Array.of(value) };
    const output = explain(layerOf({ slope }), input, null, [0]).value;
    const numbers = { slope: formatShort(slope), value: factor(value), output: formatShort(output) };
    return forNumber(
      words.madeUpLeaky({ slope: numbers.slope, value: formatShort(value) }),
      formatShort,
      output,
      value < 0 ? words.madeUpLeakyBelow(numbers) : words.madeUpLeakyAbove(),
      value < 0
        ? [
            [value, words.madeUpLeakyUnbent()],
            [0, words.madeUpLeakyRelu()],
            [-output, words.madeUpLeakySign()],
            [slope, words.madeUpLeakyAlone()],
          ]
        : [
            [slope * value, words.madeUpLeakyScaled()],
            [0, words.madeUpLeakyZero()],
            [value - slope, words.madeUpLeakyAdded()],
          ],
    );
  },
  sigmoid: (_about, _pipeline, random) => {
    const output = oneOf([0.1, 0.2, 0.3, 0.5, 0.6, 0.9], random);
    const arriving = oneOf([0.5, 1, 2, 4, -0.5, -1, -2], random);
    const layer = layerOf({ activation: 'sigmoid' });
    const [back] = behindActivation(layer, [output], Float64Array.of(arriving), 1);
    const numbers = { output: formatShort(output), gradient: formatShort(arriving) };
    return forNumber(
      words.madeUpSigmoid(numbers),
      formatShort,
      back,
      words.madeUpSigmoidWhy({ ...numbers, back: formatShort(back) }),
      [
        [arriving, words.madeUpSigmoidAll()],
        [arriving * output, words.madeUpSigmoidOutput()],
        [arriving * (1 - output), words.madeUpSigmoidRest()],
        [arriving * (1 - output ** 2), words.madeUpSigmoidTanh()],
        [-back, words.madeUpSigmoidSign()],
      ],
    );
  },
};
