import { max, mean, min, range, shuffler, sum } from 'd3-array';
import { formatCount, formatShort } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import { choice, square } from '@/lib/questions/options';
import type { Random, Writers } from '@/lib/questions/question';
import words from '@/words/bank-max-pool-window';
import { poolingOf } from './bank';

/** Windows of more cells than this are not read out in a question. */
const CELLS = 16;

/** So many different values between 0 and 1, two decimals each. */
const windowValues = (cells: number, random: Random): readonly number[] =>
  shuffler(random)(range(1, 100))
    .slice(0, cells)
    .map((hundredths) => hundredths / 100);

/** What happens inside one window. A window of a single cell leaves nothing to ask. */
export const MAX_POOL_WINDOW: Writers<Stage> = {
  winner: (stage, _pipeline, random) => {
    const cells = poolingOf(stage).size ** 2;
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
    if (poolingOf(stage).size === 1) return null;
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
    const { size, stride } = poolingOf(stage);
    if (size === 1 || stride < size) return null;
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
    const { size: side, stride } = poolingOf(stage);
    if (side === 1 || stride < side) return null;
    return {
      text: words.gradient({ stage: stage.id, size: square(side) }),
      right: choice(words.gradientRight(), words.gradientWhy()),
      wrong: [
        choice(words.gradientEqual({ cells: formatCount(side * side) }), words.gradientEqualWhy()),
        choice(words.gradientShares({ cells: formatCount(side * side) }), words.gradientSharesWhy()),
        choice(words.gradientNone(), words.gradientNoneWhy()),
      ],
    };
  },
};
