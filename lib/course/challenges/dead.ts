/**
 * A filter of the second convolution that never fires. In the network that comes with this site 8 of 64 are
 * silent on all 200 test images, and one fires on only two of them (measured with the engine's survey;
 * tests/engine/challenges.test.ts repeats it).
 */

import { type ChallengeProblem, right, type Verdict, wrong } from '@/lib/challenges/problem';
import type { Survey } from '@/lib/engine/examine-protocol';
import { formatCount, formatNumber } from '@/lib/format/format';
import words from '@/words/problem-dead';

export const STAGE = 'conv2';
/** The images for which its maps can be shown. */
export const SHOWN = ['cat-1', 'ship-4', 'frog-4', 'truck-5', 'bird-4', 'airplane-5'] as const;

export const DEAD: ChallengeProblem = {
  id: 'dead',
  about: words.about(),
  text: words.text({ stage: STAGE }),
  hints: [words.hint1(), words.hint2({ count: SHOWN.length })],
};

/** Whether a filter fires on no image, from the largest value of each filter on each image. */
export function checkDead(filter: number, { values, channels, images }: Survey): Verdict {
  let fires = 0;
  let largest = 0;
  for (let image = 0; image < images; image++) {
    const value = values[image * channels + filter];
    if (value > 0) fires += 1;
    largest = Math.max(largest, value);
  }
  if (fires > 0)
    return wrong(
      words.fires({
        filter,
        count: formatCount(fires),
        images: formatCount(images),
        largest: formatNumber(largest, 2),
      }),
    );
  return right(words.silent({ filter, images: formatCount(images) }));
}
