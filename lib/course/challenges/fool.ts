/**
 * A few pixels that change the prediction. A block of 5 × 5 pixels in one of eight pure colours is enough at
 * 18 of 1,152 places and colours tried on a grid (measured with the engine; tests/engine/challenges.test.ts
 * solves it with one of them).
 */

import { type ChallengeProblem, right, type Verdict, wrong } from '@/lib/challenges/problem';
import { formatPercent } from '@/lib/format/format';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/problem-fool';
import { classWithArticle, classWord } from '../class-names';
import { CLASSES, referencePipeline } from '../reference';

export const IMAGE = { id: 'dog-3', label: 'dog' } as const;
export const WANTED = 'cat';
export const MOST_PIXELS = 30;

export const FOOL: ChallengeProblem = {
  id: 'fool',
  about: words.about(),
  text: words.text({
    label: classWithArticle(IMAGE.label),
    most: MOST_PIXELS,
    wanted: classWithArticle(WANTED),
  }),
  hints: [words.hint1(), words.hint2({ wanted: classWord(WANTED) })],
};

const CHANNELS = referencePipeline.architecture.input[2];

/** How many pixels differ between two images. */
export function pixelsChanged(before: Uint8Array, after: Uint8Array): number {
  let changed = 0;
  for (let at = 0; at < before.length; at += CHANNELS)
    for (let channel = 0; channel < CHANNELS; channel++)
      if (before[at + channel] !== after[at + channel]) {
        changed += 1;
        break;
      }
  return changed;
}

/** Judges a painted image by the network's probabilities for it. Fails where nothing was painted. */
export function checkFool(
  before: Uint8Array,
  after: Uint8Array,
  probabilities: ArrayLike<number>,
): Result<Verdict> {
  const changed = pixelsChanged(before, after);
  if (changed === 0) return fail(words.nothing());
  if (changed > MOST_PIXELS) return ok(wrong(words.tooMany({ changed, most: MOST_PIXELS })));
  const all = Array.from(probabilities);
  const best = all.indexOf(Math.max(...all));
  const share = formatPercent(all[CLASSES.indexOf(WANTED)]);
  const wanted = classWord(WANTED);
  if (CLASSES[best] !== WANTED)
    return ok(
      wrong(
        words.stillPredicts({
          name: classWord(CLASSES[best]),
          share: formatPercent(all[best]),
          wanted,
          wantedShare: share,
        }),
      ),
    );
  return ok(right(words.right({ changed, wanted, share, label: classWithArticle(IMAGE.label) })));
}
