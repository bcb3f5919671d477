import { max, mean, min, range, shuffler, sum } from 'd3-array';
import { formatCount, formatShort } from '@/lib/format/format';
import type { Stage } from '@/lib/pipeline/pipeline';
import { choice, square } from '../options';
import type { Random, Writers } from '../question';
import { poolingOf } from './max-pool';

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
    const list = values.map((value) => formatShort(value)).join(', ');
    return {
      text: `A window of ${stage.id} holds ${list}. What comes out?`,
      right: choice(formatShort(max(values) ?? 0), 'The largest value, as it is.'),
      wrong: [
        choice(
          formatShort(mean(values) ?? 0),
          'That is the mean: average pooling. This layer keeps the maximum.',
        ),
        choice(formatShort(sum(values)), 'A convolution adds up. Pooling picks one of the values.'),
        choice(formatShort(min(values) ?? 0), 'That is the smallest. What fired most is what is kept.'),
        choice(formatShort(values[0]), 'It does not matter which value comes first, only which is largest.'),
      ],
    };
  },
  lost: (stage) => {
    if (poolingOf(stage).size === 1) return null;
    return {
      text: `What can no longer be told after ${stage.id}?`,
      right: choice(
        'Where in its window the largest value stood',
        'The window hands on how much, not where. That makes small shifts matter less, and costs the exact place.',
      ),
      wrong: [
        choice('How strongly a pattern was found', 'The largest value comes through unchanged.'),
        choice('Which map found it', 'Every map is pooled by itself, so that stays known.'),
        choice(
          'In which part of the picture it was found',
          'The windows keep their order, so the part stays known, only more coarsely.',
        ),
      ],
    };
  },
  loser: (stage) => {
    const { size, stride } = poolingOf(stage);
    if (size === 1 || stride < size) return null;
    return {
      text: `A value that is not the largest of its window in ${stage.id} grows a little and still is not the largest. How does the prediction change?`,
      right: choice(
        'Not at all, not even in the last digit',
        'Only the winner goes on, and the winner is the same as before. All stages after it get the same numbers.',
      ),
      wrong: [
        choice('A little, as the value did', 'It would if the window handed on a mean or a sum.'),
        choice(
          'Not visibly: the change is rounded away',
          'Nothing is rounded. The changed value simply is never read again.',
        ),
        choice(
          'It depends on the weights behind it',
          'Weights are multiplied with the winner only. They never meet this value.',
        ),
      ],
    };
  },
  gradient: (stage) => {
    const { size: side, stride } = poolingOf(stage);
    if (side === 1 || stride < side) return null;
    return {
      text: `In training a gradient arrives at a value that ${stage.id} put out. Which values of its ${square(side)} window get it?`,
      right: choice(
        'Only the winner, all of it',
        'A small change of the others would change nothing, so their gradient is 0.',
      ),
      wrong: [
        choice(
          `All ${formatCount(side * side)}, in equal parts`,
          'That is how average pooling does it. Here the losers had no part in the result.',
        ),
        choice(
          `All ${formatCount(side * side)}, in proportion to their size`,
          'How close a loser came makes no difference: the result was the winner’s value.',
        ),
        choice(
          'None: a layer without parameters has no gradient',
          'It has nothing to learn itself, but it passes the gradient on. Else nothing before it would learn.',
        ),
      ],
    };
  },
};
