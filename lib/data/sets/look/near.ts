/** Which images look alike: those whose difference hashes have a small Hamming distance. */
import { PARTS } from './difference-hash';
import type { Hashes } from './hashes';

/**
 * The first image that each one looks like: its own place where there is none before it. `places`: the images that are
 * compared, in ascending order. Everyone in a group looks like its first, so that groups don’t grow link by link. Yields now and
 * then what share of the work is done.
 */
export function* nearest(hashed: Hashes, places: Uint32Array, count: number): Generator<number, Uint32Array> {
  const leaders = Uint32Array.from({ length: count }, (_, at) => at);
  const { hashes } = hashed;
  // By the pigeonhole principle, two hashes that differ in fewer bits than they have parts share a part.
  const buckets = Array.from({ length: PARTS }, () => new Map<number, number[]>());
  for (let nth = 0; nth < places.length; nth++) {
    const at = places[nth];
    const leader = leaderOf(at, hashed, buckets);
    leaders[at] = leader;
    if (leader === at)
      for (let part = 0; part < PARTS; part++) {
        const key = hashes[at * PARTS + part];
        const bucket = buckets[part].get(key);
        if (bucket) bucket.push(at);
        else buckets[part].set(key, [at]);
      }
    if (nth % 500 === 0) yield nth / places.length;
  }
  return leaders;
}

/** The first of the leaders so far that an image looks like, or the image itself. */
function leaderOf(at: number, hashed: Hashes, buckets: readonly Map<number, number[]>[]): number {
  let first = at;
  for (let part = 0; part < PARTS; part++)
    for (const other of buckets[part].get(hashed.hashes[at * PARTS + part]) ?? []) {
      // A bucket is in ascending order.
      if (other >= first) break;
      if (hashed.areAlike(at, other)) first = other;
    }
  return first;
}
