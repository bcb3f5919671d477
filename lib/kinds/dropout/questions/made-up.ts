import { formatShort } from '@/lib/format/format';
import type { DropoutLayer } from '@/lib/kinds/types';
import { forNumber, oneOf } from '@/lib/questions/maker';
import type { Random, Writers } from '@/lib/questions/question';
import words from '@/words/bank-dropout';
import { explain } from '../explain';

/** A rate for which 1 minus the rate is easy to divide by, and an input value. */
const anyCase = (random: Random) => ({
  share: oneOf([0.2, 0.5, 0.6, 0.75], random),
  value: oneOf([-3, -2, -1, 0.5, 1, 2, 3, 4, 6], random),
});
const layerOf = (share: number): DropoutLayer => ({ id: 'dropout', kind: 'dropout', share });

export const MADE_UP_DROPOUT: Writers<null> = {
  training: (_about, _pipeline, random) => {
    const { share, value } = anyCase(random);
    // The inverse of the scaling in Srivastava et al. 2014 ("inverted dropout"), as in every library.
    const raised = value / (1 - share);
    const numbers = { rate: formatShort(share), value: formatShort(value) };
    return forNumber(
      words.madeUpTraining(numbers),
      formatShort,
      raised,
      words.madeUpTrainingWhy({ ...numbers, output: formatShort(raised) }),
      [
        [value, words.madeUpUnscaled()],
        [value * (1 - share), words.madeUpWeakened()],
        [value / share, words.madeUpByRate()],
        [0, words.madeUpZero()],
      ],
    );
  },
  predicting: (_about, _pipeline, random) => {
    const { share, value } = anyCase(random);
    const input = { shape: [1] as const, values: Float32Array.of(value) };
    return forNumber(
      words.madeUpPredicting({ rate: formatShort(share), value: formatShort(value) }),
      formatShort,
      explain(layerOf(share), input, null, [0]).value,
      words.madeUpPredictingWhy(),
      [
        [value * (1 - share), words.madeUpPredictingWeakened()],
        [value / (1 - share), words.madeUpPredictingRaised()],
        [0, words.madeUpPredictingZero()],
        [value * share, words.madeUpPredictingRate()],
      ],
    );
  },
};
