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
    // Of the leaders so far.
    leaders[at] = firstIn(buckets, hashes, at * PARTS, at, (other) => hashed.areAlike(at, other));
    if (leaders[at] === at) put(buckets, hashes, at);
    if (nth % 500 === 0) yield nth / places.length;
  }
  return leaders;
}

/**
 * For each image the first one whose mirror image it looks like; its own place where there is none. Only the first images of
 * groups are compared, and the second of a pair names the first. An image that looks like its own mirror image, such as that of
 * a ball, is passed over. Yields now and then what share of the work is done.
 */
export function* mirrored(hashed: Hashes, leaders: Uint32Array): Generator<number, Uint32Array> {
  const found = Uint32Array.from(leaders.keys());
  const { hashes } = hashed;
  const buckets = Array.from({ length: PARTS }, () => new Map<number, number[]>());
  const turned = new Uint16Array(PARTS);
  for (let at = 0; at < leaders.length; at++) {
    if (at % 500 === 0) yield at / leaders.length;
    if (leaders[at] !== at) continue;
    hashed.mirrorHash(at, turned);
    if (hashed.isMirror(at, turned, at)) continue;
    found[at] = firstIn(buckets, turned, 0, at, (other) => hashed.isMirror(at, turned, other));
    put(buckets, hashes, at);
  }
  return found;
}

type Buckets = readonly Map<number, number[]>[];

/** Enters an image by each part of its hash. */
function put(buckets: Buckets, hashes: Uint16Array, at: number): void {
  for (let part = 0; part < PARTS; part++) {
    const key = hashes[at * PARTS + part];
    const bucket = buckets[part].get(key);
    if (bucket) bucket.push(at);
    else buckets[part].set(key, [at]);
  }
}

/** The first image that shares a part of a hash and fits; `none` where none does. */
function firstIn(
  buckets: Buckets,
  hashes: Uint16Array,
  from: number,
  none: number,
  fits: (other: number) => boolean,
): number {
  let first = none;
  for (let part = 0; part < PARTS; part++)
    for (const other of buckets[part].get(hashes[from + part]) ?? []) {
      // A bucket is in ascending order.
      if (other >= first) break;
      if (fits(other)) first = other;
    }
  return first;
}
