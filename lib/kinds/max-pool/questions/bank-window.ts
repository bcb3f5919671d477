import { max, mean, min, range, shuffler, sum } from 'd3-array';
import { formatCount, formatShort } from '@/lib/format/format';
import { cellsOf, formatSides, sidesOf } from '@/lib/kinds/parts/sides';
import type { MaxPoolLayer } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import { choice } from '@/lib/questions/options';
import type { Random, Writers } from '@/lib/questions/question';
import words from '@/words/bank-max-pool-window';
import { poolingOf } from './bank';

/** The most cells of a window that a question lists. */
const CELLS = 16;

/** The given number of different values between 0 and 1, two decimals each. */
const windowValues = (cells: number, random: Random): readonly number[] =>
  shuffler(random)(range(1, 100))
    .slice(0, cells)
    .map((hundredths) => hundredths / 100);

/** Whether windows of more than one cell don't overlap. */
const standAlone = ({ size, stride }: MaxPoolLayer): boolean =>
  cellsOf(size) > 1 && stride >= Math.max(...sidesOf(size));

/** What happens inside one window. A window of a single cell leaves nothing to ask. */
export const MAX_POOL_WINDOW: Writers<Stage> = {
  winner: (stage, _pipeline, random) => {
    const cells = cellsOf(poolingOf(stage).size);
    if (cells === 1 || cells > CELLS) return null;
    const values = windowValues(cells, random);
    const list = values.map((value) => formatShort(value)).join(words.winnerBetween());
    return {
      text: words.winner({ stage: stage.id, values: list }),
      right: choice(formatShort(max(values) ?? 0), words.winnerWhy()),
      wrong: [
        choice(formatShort(mean(values) ?? 0), words.winnerMean()),
        choice(formatShort(sum(values)), words.winnerSum()),
        choice(formatShort(min(values) ?? 0), words.winnerSmallest()),
        choice(formatShort(values[0]), words.winnerFirst()),
      ],
    };
  },
  lost: (stage) => {
    if (cellsOf(poolingOf(stage).size) === 1) return null;
    return {
      text: words.lost({ stage: stage.id }),
      right: choice(words.lostRight(), words.lostWhy()),
      wrong: [
        choice(words.lostStrength(), words.lostStrengthWhy()),
        choice(words.lostMap(), words.lostMapWhy()),
        choice(words.lostPart(), words.lostPartWhy()),
      ],
    };
  },
  loser: (stage) => {
    if (!standAlone(poolingOf(stage))) return null;
    return {
      text: words.loser({ stage: stage.id }),
      right: choice(words.loserRight(), words.loserWhy()),
      wrong: [
        choice(words.loserLittle(), words.loserLittleWhy()),
        choice(words.loserRounded(), words.loserRoundedWhy()),
        choice(words.loserWeights(), words.loserWeightsWhy()),
      ],
    };
  },
  gradient: (stage) => {
    const layer = poolingOf(stage);
    if (!standAlone(layer)) return null;
    const cells = formatCount(cellsOf(layer.size));
    return {
      text: words.gradient({ stage: stage.id, size: formatSides(layer.size) }),
      right: choice(words.gradientRight(), words.gradientWhy()),
      wrong: [
        choice(words.gradientEqual({ cells }), words.gradientEqualWhy()),
        choice(words.gradientShares({ cells }), words.gradientSharesWhy()),
        choice(words.gradientNone(), words.gradientNoneWhy()),
      ],
    };
  },
};
