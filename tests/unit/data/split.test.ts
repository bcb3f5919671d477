import { range } from 'd3-array';
import { expect, it } from 'vitest';
import type { LabelledImages } from '@/lib/data/data-set';
import { partOf, stratified } from '@/lib/data/split';

/** Ten classes, unequally frequent and in no order. */
const LABELS = Uint8Array.from({ length: 2000 }, (_, at) => (at % 4 === 0 ? 0 : (at * 7) % 10));

it('holds out as many of each class as its share says, and every image is in one part', () => {
  const { training, heldOut } = stratified(LABELS, 200, 1);
  expect([...training, ...heldOut].sort((a, b) => a - b)).toEqual(range(LABELS.length));
  for (const label of range(10)) {
    const all = LABELS.filter((one) => one === label).length;
    expect(heldOut.filter((place) => LABELS[place] === label).length).toBe(Math.round(all / 10));
  }
});

it('holds out exactly so many, also where the classes do not divide evenly', () => {
  for (const count of [0, 1, 7, 333, 1999]) {
    const { heldOut } = stratified(LABELS, count, 1);
    expect(heldOut.length).toBe(count);
    for (const label of range(10)) {
      const share = (LABELS.filter((one) => one === label).length * count) / LABELS.length;
      const found = heldOut.filter((place) => LABELS[place] === label).length;
      expect(Math.abs(found - share)).toBeLessThan(1);
    }
  }
});

it('draws the same for the same seed, another choice for another, and keeps the order', () => {
  const [first, again, other] = [1, 1, 2].map((seed) => stratified(LABELS, 200, seed));
  expect(again).toEqual(first);
  expect(other.heldOut).not.toEqual(first.heldOut);
  expect(first.heldOut).toEqual(first.heldOut.toSorted((a, b) => a - b));
  // Drawn, not taken from the front.
  expect(first.heldOut.slice(0, 50)).not.toEqual(range(50));
});

it('takes the images with their labels', () => {
  const set: LabelledImages = {
    count: 3,
    shape: [1, 2, 1],
    pixels: Uint8Array.of(1, 2, 3, 4, 5, 6),
    labels: Uint8Array.of(7, 8, 9),
  };
  const part = partOf(set, [2, 0]);
  expect([...part.pixels]).toEqual([5, 6, 1, 2]);
  expect([...part.labels]).toEqual([9, 7]);
  expect(part.count).toBe(2);
});
