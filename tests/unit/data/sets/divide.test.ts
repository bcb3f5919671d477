import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SPLITS } from '@/lib/data/sets/labelled-set';
import { divided, type Undivided } from '@/lib/data/sets/training/divide';

const SHARES = { validation: 0.1, test: 0.2 };

/** Sets without copies, of up to five classes, that no folder divides. */
const plain = fc.array(fc.integer({ min: 3, max: 60 }), { minLength: 1, maxLength: 5 }).chain((sizes) => {
  const labels = sizes.flatMap((size, label) => Array<number>(size).fill(label));
  return fc
    .uniqueArray(fc.nat(0xffffffff), { minLength: labels.length, maxLength: labels.length })
    .map((sums): Undivided & { labels: number[] } => ({
      labels,
      splits: labels.map(() => 0),
      sums,
    }));
});

/** Any sets: with copies, some of them under other labels or in other folders. */
const any = fc
  .array(fc.tuple(fc.nat(3), fc.nat(2), fc.nat(20)), { minLength: 1, maxLength: 80 })
  .map((images) => ({
    labels: images.map(([label]) => label),
    splits: images.map(([, split]) => split),
    sums: images.map(([, , sum]) => sum),
  }));

const seed = fc.nat(999_999);

describe('a divided set', () => {
  test('has every image in exactly one split, in the order of the set', () => {
    fc.assert(
      fc.property(any, seed, (set, seed) => {
        const parts = Object.values(divided(set, seed));
        expect(parts.flat().sort((a, b) => a - b)).toEqual(set.labels.map((_, place) => place));
        for (const places of parts) expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });

  test('never has the same bytes in two splits', () => {
    fc.assert(
      fc.property(any, seed, (set, seed) => {
        const parts = Object.values(divided(set, seed)).map(
          (places) => new Set(places.map((at) => set.sums[at])),
        );
        for (const [at, part] of parts.entries())
          for (const other of parts.slice(at + 1))
            expect([...part].filter((sum) => other.has(sum))).toEqual([]);
      }),
    );
  });

  test('has the same share of each class in each split, within one image', () => {
    fc.assert(
      fc.property(plain, seed, (set, seed) => {
        const division = divided(set, seed);
        for (const label of new Set(set.labels)) {
          const all = set.labels.filter((one) => one === label).length;
          for (const split of ['validation', 'test'] as const) {
            const count = division[split].filter((place) => set.labels[place] === label).length;
            expect(Math.abs(count - SHARES[split] * all)).toBeLessThanOrEqual(1);
            expect(count).toBeGreaterThan(0);
          }
          expect(division.training.some((place) => set.labels[place] === label)).toBe(true);
        }
      }),
    );
  });

  test('is the same for the same seed, and another for another', () => {
    fc.assert(
      fc.property(plain, seed, (set, seed) => {
        expect(divided(set, seed)).toEqual(divided(set, seed));
      }),
    );
    const labels = Array<number>(200).fill(0);
    const set = { labels, splits: labels, sums: labels.map((_, at) => at * 7919) };
    expect(divided(set, 1).test).not.toEqual(divided(set, 2).test);
  });

  test('leaves an image that is not relabelled nearly always where it was', () => {
    const labels = Array.from({ length: 200 }, (_, at) => at % 2);
    const set = { labels, splits: labels.map(() => 0), sums: labels.map((_, at) => at * 7919) };
    const before = new Set(divided(set, 1).test);
    const after = divided({ ...set, labels: labels.with(10, 1) }, 1).test;
    expect(after.filter((place) => !before.has(place) && place !== 10).length).toBeLessThanOrEqual(1);
  });
});

test('what folders name stays, and only what they do not name is drawn from the training images', () => {
  fc.assert(
    fc.property(plain, seed, (set, seed) => {
      const splits = set.labels.map((_, at) => (at % 4 === 3 ? SPLITS.indexOf('test') : 0));
      const { test, validation } = divided({ ...set, splits }, seed);
      fc.pre(splits.some((split) => split > 0));
      expect(test).toEqual(splits.flatMap((split, at) => (split === 2 ? [at] : [])));
      expect(validation.length).toBeGreaterThan(0);
    }),
  );
});

test('a copy of a test image that lies among the training images becomes a test image', () => {
  const set = { labels: [0, 0, 0, 0, 0], splits: [0, 0, 0, 1, 2], sums: [5, 6, 7, 8, 5] };
  expect(divided(set, 1)).toEqual({ training: [1, 2], validation: [3], test: [0, 4] });
});
