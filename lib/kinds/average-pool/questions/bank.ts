import { formatCount, formatNumber, formatShort } from '@/lib/format/format';
import { cellsOf, formatSides } from '@/lib/kinds/parts/sides';
import type { AveragePoolLayer } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import { choice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
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
  spike: (stage, _pipeline, random) => {
    const { size } = poolingOf(stage);
    const cells = cellsOf(size);
    if (cells === 1) return null;
    const output = (1 + Math.floor(random() * 9)) / 10;
    const value = formatShort(output * cells);
    return {
      text: words.spike({ stage: stage.id, size: formatSides(size), value }),
      right: choice(
        formatShort(output),
        words.spikeWhy({ value, cells: formatCount(cells), output: formatShort(output) }),
      ),
      wrong: [
        choice(value, words.spikeLargest()),
        choice('0', words.spikeZero()),
        choice(
          formatNumber((output * cells) / (cells - 1), 2),
          words.spikeRest({ cells: formatCount(cells) }),
        ),
      ],
    };
  },
};
