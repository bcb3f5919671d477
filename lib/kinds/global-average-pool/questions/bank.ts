import { formatCount, formatShape } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import { choice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import { asMap, size } from '@/lib/tensor/tensor';
import words from '@/words/bank-global-average-pool';

export const GLOBAL_AVERAGE_POOL: Writers<Stage> = {
  weights: (stage, { stages }) => {
    const [height, width, channels] = asMap(stage.input);
    const next = stages[stage.number];
    if (!next || !('units' in next.layer) || height * width === 1) return null;
    const { units } = next.layer;
    return {
      text: words.weights({ stage: stage.id, input: formatShape(stage.input), next: next.id, units }),
      right: choice(formatCount(channels * units), words.weightsWhy({ channels, units })),
      wrong: [
        choice(formatCount(size(stage.input) * units), words.weightsFlatten()),
        choice(formatCount(height * width * units), words.weightsOneMap()),
        choice(formatCount(channels + units), words.weightsAdded()),
      ],
    };
  },
  place: (stage) => ({
    text: words.place({ stage: stage.id }),
    right: choice(words.placeRight(), words.placeWhy()),
    wrong: [
      choice(words.placeLargest(), words.placeLargestWhy()),
      choice(words.placeEdge(), words.placeEdgeWhy()),
      choice(words.placeNothing(), words.placeNothingWhy()),
    ],
  }),
};
