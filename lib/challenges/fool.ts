/**
 * Few pixels that turn an answer. A block of 5 × 6 pixels in one of eight pure colours is enough at 18 of 1,152 places
 * and colours tried on a grid (measured with the engine; tests/engine/challenges.test.ts solves it with one of them).
 */
import { formatPercent } from '@/lib/format/format';
import { CLASSES } from '@/lib/pipeline/architecture';
import { referencePipeline } from '@/lib/pipeline/reference';
import { fail, ok, type Result } from '@/lib/result';
import { type Problem, right, type Verdict, wrong } from './problem';

export const PICTURE = { id: 'cat-2', label: 'cat' } as const;
export const WANTED = 'dog';
export const MOST_PIXELS = 30;

export const FOOL: Problem = {
  id: 'fool',
  about: 'input and output',
  text: `The network calls this picture a ${PICTURE.label}. Paint on at most ${MOST_PIXELS} pixels so that it calls it a ${WANTED}.`,
  hints: [
    'Not every place counts alike. Paint a few pixels in a strong colour, watch the two probabilities, take them back, and try another place.',
    'Pure colours move most: black, white, red, green, blue or a mix of two of them at full strength. Keep what raises “dog”, and build on it with the brush of one pixel.',
  ],
};

const CHANNELS = referencePipeline.architecture.input[2];

/** How many pixels of two pictures differ. */
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

/** What a painted picture is worth, from the network's probabilities for it. Fails where nothing was painted. */
export function checkFool(
  before: Uint8Array,
  after: Uint8Array,
  probabilities: ArrayLike<number>,
): Result<Verdict> {
  const changed = pixelsChanged(before, after);
  if (changed === 0) return fail('Nothing is painted yet.');
  if (changed > MOST_PIXELS)
    return ok(wrong(`You changed ${changed} pixels, and ${MOST_PIXELS} are allowed. Take some back.`));
  const all = Array.from(probabilities);
  const best = all.indexOf(Math.max(...all));
  const share = formatPercent(all[CLASSES.indexOf(WANTED)]);
  if (CLASSES[best] !== WANTED)
    return ok(
      wrong(
        `The network still says “${CLASSES[best]}” with ${formatPercent(all[best])}; “${WANTED}” has ${share}.`,
      ),
    );
  return ok(
    right(
      `With ${changed} pixels changed it says “${WANTED}” with ${share}. A person would still see a ${PICTURE.label}.`,
    ),
  );
}
