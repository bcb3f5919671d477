import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32 } from '@/lib/data/crc32';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { divided } from '@/lib/data/sets/training/divide';
import { classWithoutTraining, mended } from '@/lib/data/sets/training/mend';

const BYTES = 4;
const image = (content: number) => Uint8Array.of(content, content >> 1, 7, content);

/** Few different images, so that there are copies everywhere. */
const content = fc.integer({ min: 0, max: 40 });
const anySet = fc
  .array(fc.record({ content, label: fc.integer({ min: 0, max: 2 }) }), { minLength: 12, maxLength: 60 })
  .map(
    (images): LabelledSet => ({
      name: 'Few',
      form: 'images',
      classes: ['a', 'b', 'c'],
      shape: [2, 2, 1],
      count: images.length,
      pixels: Uint8Array.from(images.flatMap((one) => [...image(one.content)])),
      labels: Uint16Array.from(images, ({ label }) => label),
      splits: new Uint8Array(images.length),
      notes: [],
    }),
  );

const imageAt = ({ pixels }: LabelledSet, place: number) =>
  String(pixels.subarray(place * BYTES, (place + 1) * BYTES));
const divide = (set: LabelledSet) =>
  divided(
    {
      labels: set.labels,
      splits: set.splits,
      sums: Array.from({ length: set.count }, (_, at) =>
        crc32(set.pixels.subarray(at * BYTES, (at + 1) * BYTES)),
      ),
    },
    1,
  );

it('the test images are the same before and after, and none of them is added to training', async () => {
  const anyMending = fc.record({
    relabelled: fc.array(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 2 }))),
    added: fc.array(fc.record({ content, label: fc.integer({ min: 0, max: 2 }) }), { maxLength: 8 }),
  });
  let refusedOnce = false;
  await fc.assert(
    fc.asyncProperty(anySet, anyMending, async (set, { relabelled, added }) => {
      const before = divide(set);
      const images = added.map((one) => ({ pixels: image(one.content), label: one.label }));
      const { set: after, refused } = await mended(set, before, {
        relabelled: new Map(relabelled),
        added: images,
      });
      const division = divide(after);
      for (const split of ['test', 'validation'] as const) {
        expect(division[split]).toEqual(before[split]);
        for (const place of before[split]) expect(imageAt(after, place)).toBe(imageAt(set, place));
      }
      for (const place of before.test) expect(after.labels[place]).toBe(set.labels[place]);
      // By content: nothing that is trained on is tested or validated with.
      const measured = new Set(
        [...division.test, ...division.validation].map((place) => imageAt(after, place)),
      );
      for (const place of division.training) expect(measured.has(imageAt(after, place))).toBe(false);
      expect(after.count).toBe(set.count + added.length - refused);
      refusedOnce ||= refused > 0;
      for (const [place, label] of new Map(relabelled))
        if (!before.test.includes(place)) expect(after.labels[place]).toBe(label);
    }),
  );
  expect(refusedOnce).toBe(true);
});

it('a class whose only training image is relabelled has none left', async () => {
  const contents = [1, 2, 3, 4, 5];
  const set: LabelledSet = {
    name: 'Five',
    form: 'images',
    classes: ['a', 'b'],
    shape: [2, 2, 1],
    count: contents.length,
    pixels: Uint8Array.from(contents.flatMap((one) => [...image(one)])),
    labels: Uint16Array.of(0, 1, 1, 0, 0),
    splits: new Uint8Array(contents.length),
    notes: [],
  };
  const division = { training: [0, 1, 2], validation: [3], test: [4] };
  const after = async (relabelled: readonly [number, number][], label?: number) => {
    const added = label === undefined ? [] : [{ pixels: image(9), label }];
    return (await mended(set, division, { relabelled: new Map(relabelled), added })).set;
  };
  expect(classWithoutTraining(await after([]))).toBe(-1);
  expect(classWithoutTraining(await after([[0, 1]]))).toBe(0);
  expect(classWithoutTraining(await after([[0, 1]], 0))).toBe(-1);
});

it('lets other work have its turn', async () => {
  const count = 3000;
  const set: LabelledSet = {
    name: 'Many',
    form: 'images',
    classes: ['a'],
    shape: [2, 2, 1],
    count,
    pixels: new Uint8Array(count * BYTES),
    labels: new Uint16Array(count),
    splits: new Uint8Array(count),
    notes: [],
  };
  const division = { training: [], validation: [], test: Array.from({ length: count }, (_, at) => at) };
  let turns = 0;
  await mended(set, division, { relabelled: new Map(), added: [] }, async () => void turns++);
  expect(turns).toBe(4);
});
