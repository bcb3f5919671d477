/**
 * A filter of the second convolution that never fires. In the network that comes with this site four of 64 are silent on
 * all 200 held-out pictures, and one fires on a single one of them (measured with the engine's survey;
 * tests/engine/challenges.test.ts does it again).
 */
import type { Survey } from '@/lib/engine/survey';
import { formatCount, formatNumber } from '@/lib/format/format';
import { type Problem, right, type Verdict, wrong } from './problem';

export const STAGE = 'conv2';
/** The pictures that its maps can be looked at on. */
export const SHOWN = ['cat-1', 'ship-4', 'frog-4', 'truck-5', 'bird-4', 'airplane-5'] as const;

export const DEAD: Problem = {
  id: 'dead',
  about: 'the second convolution',
  text: `In ${STAGE} of this network some filters are dead: they fire on no picture. Others are silent only on the one that is shown. Find one that fires on none of the held-out pictures.`,
  hints: [
    'A map whose number is struck through is 0 everywhere on the picture that is shown. Look at another picture: which numbers stay struck through?',
    `Go through all ${SHOWN.length} pictures and note the few filters that are struck through on each. One of them may still fire on a picture that is not shown here.`,
  ],
};

/** Whether a filter fires on no picture, from the largest value of each filter on each. */
export function checkDead(filter: number, { values, channels, pictures }: Survey): Verdict {
  let fires = 0;
  let largest = 0;
  for (let picture = 0; picture < pictures; picture++) {
    const value = values[picture * channels + filter];
    if (value > 0) fires += 1;
    largest = Math.max(largest, value);
  }
  if (fires > 0)
    return wrong(
      `Filter ${filter} fires on ${formatCount(fires)} of the ${formatCount(pictures)} held-out pictures, with up to ${formatNumber(largest, 2)}.`,
    );
  return right(
    `Filter ${filter} answers 0 to all ${formatCount(pictures)} held-out pictures. No gradient reaches its weights on any of them, so training can’t wake it up.`,
  );
}
