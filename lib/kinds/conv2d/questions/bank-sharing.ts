import type { Stage } from '@/lib/network/pipeline';
import { choice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import words from '@/words/bank-conv2d-sharing';
import { convolutionOf } from './bank';

/** What follows from small kernels that are the same everywhere. */
export const CONV2D_SHARING: Writers<Stage> = {
  // With a larger stride the two places may lie differently under the kernel.
  twice: (stage) =>
    convolutionOf(stage).stride === 1
      ? {
          text: words.twice({ stage: stage.id }),
          right: choice(words.twiceRight(), words.twiceWhy()),
          wrong: [
            choice(words.twiceOwn(), words.twiceOwnWhy()),
            choice(words.twiceFirst(), words.twiceFirstWhy()),
            choice(words.twiceSum(), words.twiceSumWhy()),
          ],
        }
      : null,
  // About convolutions in general, so it is asked with the first.
  twoSmall: (stage, { stages }) =>
    stages.find(({ layer }) => layer.kind === 'conv2d')?.id === stage.id
      ? {
          text: words.twoSmall(),
          right: choice(words.twoSmallRight(), words.twoSmallWhy()),
          wrong: [
            choice(words.twoSmallWeights(), words.twoSmallWeightsWhy()),
            choice(words.twoSmallField(), words.twoSmallFieldWhy()),
            choice(words.twoSmallMap(), words.twoSmallMapWhy()),
          ],
        }
      : null,
};
