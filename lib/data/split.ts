import { ascending, range, shuffler } from 'd3-array';
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
 * @param heldOut how many are held out in all; where classes don't divide evenly, the nearest number.
 */
export function stratified(labels: ArrayLike<number>, heldOut: number, seed: number): Parts {
  const shuffle = shuffler(randomLcg(seed));
  const byClass = new Map<number, number[]>();
  for (const place of range(labels.length)) {
    const places = byClass.get(labels[place]);
    if (places) places.push(place);
    else byClass.set(labels[place], [place]);
  }
  const chosen = new Set<number>();
  for (const [, places] of [...byClass].sort(([a], [b]) => ascending(a, b))) {
    const count = Math.round((places.length * heldOut) / labels.length);
    for (const place of shuffle(places).slice(0, count)) chosen.add(place);
  }
  return {
    training: range(labels.length).filter((place) => !chosen.has(place)),
    heldOut: range(labels.length).filter((place) => chosen.has(place)),
  };
}

/** The images at these places, as a set of their own. */
export const partOf = (set: LabelledImages, places: readonly number[]): LabelledImages => ({
  count: places.length,
  shape: set.shape,
  pixels: imagesOf(set, places),
  labels: Uint8Array.from(places, (place) => set.labels[place]),
});
