/**
 * Which frames of a camera are held back. Frames of one press of the button follow one another within a tenth of a second
 * and are nearly alike: drawn one by one, nearly every test image would have a neighbour that was trained on, and testing
 * would measure memory. So the end of each burst is held back in one piece: validation images first, then test images,
 * so that in a press of a second or more no frame for training stands beside one for testing. A whole burst can't be held back: a class may have only one.
 */
import { SPLITS } from '../labelled-set';
import { SHARES } from '../training/divide';

const [, VALIDATION, TEST] = SPLITS.keys();

/**
 * A place in SPLITS for each frame of a class, by the numbers of their bursts in the order in which they were taken. Of the
 * class as a whole the shares are those of any other set, and at least one frame is left to train on.
 */
export function burstSplits(bursts: readonly number[]): Uint8Array {
  const all = bursts.length;
  const test = Math.min(all - 1, Math.max(1, Math.round(SHARES.test * all)));
  const validation = Math.min(all - 1 - test, Math.max(1, Math.round(SHARES.validation * all)));
  const held = test + validation;
  const splits = new Uint8Array(all);
  if (held <= 0) return splits;
  // Of the first frames so many are held back, and so many of these are for testing: each burst gives its share.
  const heldOf = (frames: number) => Math.round((held * frames) / all);
  const testOf = (frames: number) => Math.round((heldOf(frames) * test) / held);
  for (let from = 0; from < all; ) {
    let to = from + 1;
    while (to < all && bursts[to] === bursts[from]) to++;
    const tested = to - (testOf(to) - testOf(from));
    splits.fill(VALIDATION, to - (heldOf(to) - heldOf(from)), tested);
    splits.fill(TEST, tested, to);
    from = to;
  }
  return splits;
}
