import { formatCount } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import { choice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import { channelsOf, size } from '@/lib/tensor/tensor';
import words from '@/words/bank-activation';

export const ACTIVATION: Writers<Stage> = {
  without: (stage) => ({
    text: words.without({ stage: stage.id }),
    right: choice(words.withoutRight(), words.withoutWhy()),
    wrong: [
      choice(words.withoutSlower(), words.withoutSlowerWhy()),
      choice(words.withoutShape(), words.withoutShapeWhy()),
      choice(words.withoutProbabilities(), words.withoutProbabilitiesWhy()),
    ],
  }),
  parameters: (stage) => ({
    text: words.parameters({ stage: stage.id }),
    right: choice('0', words.parametersWhy()),
    wrong: [
      choice(formatCount(channelsOf(stage.output)), words.parametersChannels()),
      choice(formatCount(size(stage.output)), words.parametersValues()),
      choice('1', words.parametersOne()),
    ],
  }),
};
