/** Images that a network is measured on, and that look like one that it learned from. */
import { imageOf, type LabelledImages } from '@/lib/data/data-set';
import { Hashes } from './hashes';
import { nearest } from './near';

/** So many images are hashed before other work gets its turn: some milliseconds. */
const AT_ONCE = 200;

/**
 * The indices of measured images that look like a training image, the same pixels included. Both sets have one shape.
 * `between` is awaited now and then, so that other work gets its turn.
 */
export async function leaksInto(
  training: LabelledImages,
  measured: LabelledImages,
  between: () => Promise<void>,
): Promise<readonly number[]> {
  const count = training.count + measured.count;
  const hashes = new Hashes(count, training.shape);
  for (let at = 0; at < count; at++) {
    if (at % AT_ONCE === 0) await between();
    hashes.put(at, at < training.count ? imageOf(training, at) : imageOf(measured, at - training.count));
  }
  const comparing = nearest(
    hashes,
    Uint32Array.from({ length: count }, (_, at) => at),
    count,
  );
  let step = comparing.next();
  while (!step.done) {
    await between();
    step = comparing.next();
  }
  const leaders = step.value;
  // Training images come first, so what looks like one of them has a training image as its leader. As in the groups of a
  // set, an image is compared with the first of each group: one that only looks like a later member is passed over.
  return Array.from({ length: measured.count }, (_, at) => at).filter(
    (at) => leaders[training.count + at] < training.count,
  );
}
