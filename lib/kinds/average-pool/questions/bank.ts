import { formatCount } from '@/lib/format/format';
import { cellsOf, formatSides } from '@/lib/kinds/parts/sides';
import type { AveragePoolLayer } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import { choice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/bank-average-pool';

/** @throws Error when the stage is a different kind of layer. */
function poolingOf({ layer }: Stage): AveragePoolLayer {
  if (layer.kind !== 'averagePool') throw new Error(`${layer.id} averages nothing`);
  return layer;
}

export const AVERAGE_POOL: Writers<Stage> = {
  gradient: (stage) => {
    const { size } = poolingOf(stage);
    if (cellsOf(size) === 1) return null;
    const cells = formatCount(cellsOf(size));
    return {
      text: words.gradient({ stage: stage.id, size: formatSides(size) }),
      right: choice(words.gradientRight({ cells }), words.gradientWhy({ cells })),
      wrong: [
        choice(words.gradientWinner(), words.gradientWinnerWhy()),
        choice(words.gradientWhole(), words.gradientWholeWhy({ cells })),
        choice(words.gradientNone(), words.gradientNoneWhy()),
      ],
    };
  },
  parameters: (stage) => {
    const { size } = poolingOf(stage);
    const channels = asMap(stage.input)[2];
    return {
      text: words.parameters({ stage: stage.id }),
      right: choice('0', words.parametersWhy()),
      wrong: [
        choice(formatCount(cellsOf(size)), words.parametersWindow({ cells: formatCount(cellsOf(size)) })),
        choice(formatCount(cellsOf(size) * channels), words.parametersMaps()),
        choice(formatCount(channels + 1), words.parametersBias()),
      ],
    };
  },
};
