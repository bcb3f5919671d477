import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32 } from '@/lib/data/crc32';
import { nextTask } from '@/lib/data/next-task';
import { SPLITS } from '@/lib/data/sets/labelled-set';
import { divided, type Undivided } from '@/lib/data/sets/training/divide';
import { divisionOf, eachImage, type StoredSet } from '@/lib/data/sets/training/stored-set';

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

test('the division of a set is the same in every version: networks are tested on the images that it has set aside', () => {
  const set = {
    labels: Array.from({ length: 24 }, (_, at) => at % 2),
    splits: Array<number>(24).fill(0),
    sums: Array.from({ length: 24 }, (_, at) => (at === 5 ? 0 : at * 7919)),
  };
  expect(divided(set, 1)).toEqual({
    training: [0, 1, 4, 5, 6, 7, 8, 9, 12, 13, 14, 15, 16, 17, 18, 19, 23],
    validation: [10, 11],
    test: [2, 3, 20, 21, 22],
  });
  expect(divided(set, 2)).toEqual({
    training: [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 14, 15, 17, 18, 20, 21, 23],
    validation: [12, 19],
    test: [4, 11, 13, 16, 22],
  });
});

/** A stored set in memory, whose image `at` is the byte `at`. */
const stored = (count: number): StoredSet => ({
  head: { name: 'bytes', classes: ['even', 'odd'], shape: [1, 1, 1], count, keptAt: 0 },
  labels: Uint16Array.from({ length: count }, (_, at) => at % 2),
  splits: new Uint8Array(count),
  pixels: async (from, to) => Uint8Array.from({ length: to - from }, (_, nth) => from + nth),
});

describe('a stored set', () => {
  test('is divided by the bytes of its images, and other work has its turn between the passes', async () => {
    const set = stored(40);
    const sums = Uint32Array.from({ length: 40 }, (_, at) => crc32(Uint8Array.of(at)));
    let [turns, over] = [0, false];
    const counting = (async () => {
      for (; !over; turns++) await nextTask();
    })();
    const division = await divisionOf(set, 3);
    over = true;
    await counting;
    expect(division).toEqual(divided({ ...set, sums }, 3));
    expect(turns).toBeGreaterThan(2);
  });

  test('is walked through in turns where each image takes long', async () => {
    const order: (number | 'other work')[] = [];
    setTimeout(() => order.push('other work'));
    await eachImage(stored(3), (image) => {
      const until = performance.now() + 15;
      while (performance.now() < until);
      order.push(image[0]);
    });
    expect(order).toEqual([0, 'other work', 1, 2]);
  });
});
