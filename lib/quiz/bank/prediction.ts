import { formatCount, formatPercent } from '@/lib/format/format';
import { hasFilters } from '@/lib/kinds/parts/filters';
import { hasRelu } from '@/lib/kinds/parts/relu';
import { choice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import words from '@/words/bank-prediction';

/** What a prediction is, and what it is not. */
export const PREDICTIONS: Writers<null> = {
  sure: (_, { architecture, classWord }) => {
    const [first] = architecture.classes;
    const nine = formatPercent(0.9);
    return {
      text: words.sure({ first: classWord(first), probability: nine }),
      right: choice(words.sureRight(), words.sureWhy()),
      wrong: [
        choice(words.sureShare({ probability: nine }), words.sureShareWhy()),
        choice(words.surePixels({ probability: nine }), words.surePixelsWhy()),
        choice(words.sureAccuracy({ probability: nine }), words.sureAccuracyWhy()),
      ],
    };
  },
  unknown: (_, { architecture }) => ({
    text: words.unknown({ classes: formatCount(architecture.classes.length) }),
    right: choice(words.unknownRight(), words.unknownWhy()),
    wrong: [
      choice(words.unknownSame(), words.unknownSameWhy()),
      choice(words.unknownZero(), words.unknownZeroWhy()),
      choice(words.unknownError(), words.unknownErrorWhy()),
    ],
  }),
  parameters: (_, pipeline) => ({
    text: words.parameters(),
    right: choice(
      words.parametersRight(),
      words.parametersWhy({ parameters: formatCount(pipeline.parameters) }),
    ),
    wrong: [
      choice(words.parametersAdapt(), words.parametersAdaptWhy()),
      choice(words.parametersMove(), words.parametersMoveWhy()),
      choice(words.parametersZero(), words.parametersZeroWhy()),
    ],
  }),
  dead: (_, { stages }) => {
    const silent = stages.find((stage) => hasFilters(stage) && hasRelu(stage.layer));
    if (!silent) return null;
    return {
      text: words.dead({ stage: silent.id }),
      right: choice(words.deadRight(), words.deadWhy()),
      wrong: [
        choice(words.deadWeights(), words.deadWeightsWhy()),
        choice(words.deadForever(), words.deadForeverWhy()),
        choice(words.deadBlack(), words.deadBlackWhy()),
      ],
    };
  },
};
