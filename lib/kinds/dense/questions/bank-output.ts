import { randomInt } from 'd3-random';
import { formatCount, formatNumber, formatPercent } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import { choice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import words from '@/words/bank-output';
import { denseOf } from './bank';

/** The last layer: a unit for each class, then softmax. */
export const OUTPUT: Writers<Stage> = {
  together: () => ({
    text: words.together(),
    right: choice(words.togetherRight(), words.togetherWhy()),
    wrong: [
      choice(words.togetherAlone(), words.togetherAloneWhy()),
      choice(words.togetherAll(), words.togetherAllWhy()),
      choice(words.togetherNothing(), words.togetherNothingWhy()),
    ],
  }),
  ratio: (_stage, { architecture, classWord }, random) => {
    const lead = randomInt.source(random)(2, 5)();
    const [first, second] = architecture.classes.map(classWord);
    return {
      text: words.ratio({ first, second, lead }),
      right: choice(
        words.times({ count: formatNumber(Math.exp(lead), 1) }),
        words.ratioWhy({ product: Array(lead).fill('e').join(' × ') }),
      ),
      wrong: [
        choice(words.wholeTimes({ count: lead }), words.ratioDifference()),
        choice(words.wholeTimes({ count: 10 ** lead }), words.ratioTens()),
        choice(words.ratioOthers(), words.ratioOthersWhy()),
      ],
    };
  },
  units: (stage, { architecture }) => {
    const [units, classes] = [denseOf(stage).units, architecture.classes.length];
    return {
      text: words.units({ stage: stage.id, units }),
      right: choice(words.unitsRight({ classes }), words.unitsWhy()),
      wrong: [
        choice(words.unitsTried(), words.unitsTriedWhy()),
        choice(words.unitsParts(), words.unitsPartsWhy({ values: stage.input[0] })),
        choice(words.unitsSum(), words.unitsSumWhy()),
      ],
    };
  },
  equal: (stage) => {
    const { units } = denseOf(stage);
    return {
      text: words.equal({ units: formatCount(units) }),
      right: choice(formatPercent(1 / units), words.equalWhy({ units: formatCount(units) })),
      wrong: [
        choice(formatPercent(0), words.equalZero()),
        choice(formatPercent(0.5), words.equalSigmoid()),
        choice(formatPercent(1), words.equalAll()),
        choice(formatPercent(1 / (units + 1)), words.equalNone()),
      ],
    };
  },
  shift: (_stage, _pipeline, random) => {
    const added = randomInt.source(random)(3, 10)();
    return {
      text: words.shift({ added }),
      right: choice(words.shiftRight(), words.shiftWhy()),
      wrong: [
        choice(words.shiftRise(), words.shiftRiseWhy()),
        choice(words.shiftLargest(), words.shiftLargestWhy()),
        choice(words.shiftCloser(), words.shiftCloserWhy()),
      ],
    };
  },
  both: (_stage, { architecture, classWord }) => {
    const [first, second] = architecture.classes.map(classWord);
    return {
      text: words.both({ first, second, probability: formatPercent(0.9) }),
      right: choice(words.bothRight(), words.bothWhy()),
      wrong: [
        choice(words.bothLarge(), words.bothLargeWhy()),
        choice(words.bothTrained(), words.bothTrainedWhy()),
        choice(words.bothHalf(), words.bothHalfWhy()),
      ],
    };
  },
};
