import { ascending, descending, group, range, shuffler, sum } from 'd3-array';
import { randomLcg } from 'd3-random';
import { imagesOf, type LabelledImages } from './data-set';

/** The places of a set's images, in two parts. */
export interface Parts {
  readonly training: readonly number[];
  readonly heldOut: readonly number[];
}

/**
 * Draws which images are held out: as many of each class as its share of the set says, so that both parts have the classes
 * in the same proportions. The same seed draws the same; both parts keep the order of the set.
 * @param heldOut how many are held out in all.
 */
export function stratified(labels: ArrayLike<number>, heldOut: number, seed: number): Parts {
  const shuffle = shuffler(randomLcg(seed));
  const classes = [...group(range(labels.length), (place) => labels[place])]
    .sort(([a], [b]) => ascending(a, b))
    .map(([, places]) => places);
  const counts = apportioned(
    classes.map(({ length }) => length),
    heldOut,
  );
  const chosen = new Set(classes.flatMap((places, at) => shuffle(places).slice(0, counts[at])));
  return {
    training: range(labels.length).filter((place) => !chosen.has(place)),
    heldOut: range(labels.length).filter((place) => chosen.has(place)),
  };
}

/** So many in all, in proportion to these sizes: those with the largest remainders get one more than the whole part. */
function apportioned(sizes: readonly number[], all: number): number[] {
  const shares = sizes.map((size) => (size * all) / sum(sizes));
  const counts = shares.map(Math.floor);
  const byRemainder = range(sizes.length).sort((a, b) => descending(shares[a] % 1, shares[b] % 1));
  for (const at of byRemainder.slice(0, all - sum(counts))) counts[at]++;
  return counts;
}

/** The images at these places, as a set of their own. */
export const partOf = (set: LabelledImages, places: readonly number[]): LabelledImages => ({
  count: places.length,
  shape: set.shape,
  pixels: imagesOf(set, places),
  labels: Uint8Array.from(places, (place) => set.labels[place]),
});
