/** Which images look alike: those whose difference hashes have a small Hamming distance. */
import { GRID, PARTS } from './difference-hash';

/** How many of 128 bits may differ. Below the number of parts: then at least one part is the same in both. */
export const MOST_BITS = 6;
/** So far apart their grey grids may be on average, of 255: plain images share many bits without being alike. */
const MOST_APART = 10;

const CELLS = GRID * GRID;

const BITS = Uint8Array.from({ length: 1 << 16 }, (_, number) => {
  let count = 0;
  for (let rest = number; rest > 0; rest &= rest - 1) count += 1;
  return count;
});

interface Hashed {
  /** {@link PARTS} numbers for each image. */
  readonly hashes: Uint16Array;
  /** {@link GRID} x {@link GRID} bytes for each image. */
  readonly grids: Uint8Array;
}

/** Whether two images look alike. */
function areAlike({ hashes, grids }: Hashed, one: number, other: number): boolean {
  let bits = 0;
  for (let part = 0; part < PARTS; part++) {
    bits += BITS[hashes[one * PARTS + part] ^ hashes[other * PARTS + part]];
    if (bits > MOST_BITS) return false;
  }
  let apart = 0;
  for (let cell = 0; cell < CELLS; cell++)
    apart += Math.abs(grids[one * CELLS + cell] - grids[other * CELLS + cell]);
  return apart <= MOST_APART * CELLS;
}

/**
 * The first image that each one looks like: its own place where there is none before it. `places`: the images that are
 * compared, in ascending order. Everyone in a group looks like its first, so that groups don’t grow link by link. Yields now and
 * then what share of the work is done.
 */
export function* nearest(hashed: Hashed, places: Uint32Array, count: number): Generator<number, Uint32Array> {
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
function leaderOf(at: number, hashed: Hashed, buckets: readonly Map<number, number[]>[]): number {
  let first = at;
  for (let part = 0; part < PARTS; part++)
    for (const other of buckets[part].get(hashed.hashes[at * PARTS + part]) ?? []) {
      // A bucket is in ascending order.
      if (other >= first) break;
      if (areAlike(hashed, at, other)) first = other;
    }
  return first;
}
