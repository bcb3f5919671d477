import fc from 'fast-check';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { crc32 } from '@/lib/data/crc32';
import { fitImage } from '@/lib/data/sets/fit-image';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { divided } from '@/lib/data/sets/training/divide';
import { classWithoutTraining, mended } from '@/lib/data/sets/training/mend';
import { decodeSharp } from '@/scripts/data/decode-sharp';
import { noise } from './support/forms';

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

const SIDE = 32;
/** A photograph of soft shapes, with noise of its own for each seed. */
const photograph = (seed: number) => {
  const pixels = Buffer.from(noise(9 * 9 * 3, seed));
  return sharp(pixels, { raw: { width: 9, height: 9, channels: 3 } }).resize(96, 96, { kernel: 'cubic' });
};
/** An image file in the set's shape, as a learner's are read. */
const inShape = async (file: Buffer): Promise<Uint8Array> => {
  const decoded = await decodeSharp(new Uint8Array(file), null);
  return Uint8Array.from(fitImage(decoded, { shape: [SIDE, SIDE, 3], fit: 'crop' }));
};

/** A set of some photographs: the first is for training, the second for validation, the others are for the test. */
async function photographs(count: number): Promise<LabelledSet> {
  const images = await Promise.all(
    Array.from({ length: count }, async (_, at) =>
      inShape(
        await photograph(at + 1)
          .png()
          .toBuffer(),
      ),
    ),
  );
  return {
    name: 'Photographs',
    form: 'images',
    classes: ['a', 'b'],
    shape: [SIDE, SIDE, 3],
    count,
    pixels: Uint8Array.from(images.flatMap((one) => [...one])),
    labels: Uint16Array.from(images, (_, at) => at % 2),
    splits: Uint8Array.from(images, (_, at) => Math.min(at, 2)),
    notes: [],
  };
}

it('an image that looks like a validation or test image is left out, however it was saved', async () => {
  const set = await photographs(12);
  const division = { training: [0], validation: [1], test: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11] };
  const refused = async (file: Buffer) => {
    const added = [{ pixels: await inShape(file), label: 0 }];
    const done = await mended(set, division, { relabelled: new Map(), added });
    expect(done.set.count).toBe(set.count + 1 - done.refused);
    return done.refused === 1;
  };
  for (let at = 1; at < set.count; at++) {
    const png = await photograph(at + 1)
      .png()
      .toBuffer();
    const again = () => sharp(png);
    expect(await refused(png)).toBe(true);
    expect(await refused(await again().jpeg({ quality: 40 }).toBuffer())).toBe(true);
    expect(await refused(await again().resize(41, 41).webp({ quality: 60 }).toBuffer())).toBe(true);
    expect(await refused(await again().resize(300, 300).jpeg({ quality: 70 }).toBuffer())).toBe(true);
    expect(await refused(await again().modulate({ brightness: 1.03 }).jpeg().toBuffer())).toBe(true);
    // The finder takes a mirrored image, and one turned upside down, for another image.
    expect(await refused(await again().flop().png().toBuffer())).toBe(false);
    expect(await refused(await again().flip().png().toBuffer())).toBe(false);
  }
  // What is for training may come again, and so may any other image.
  expect(await refused(await photograph(1).jpeg().toBuffer())).toBe(false);
  for (let seed = 100; seed < 130; seed++)
    expect(await refused(await photograph(seed).png().toBuffer())).toBe(false);
});

it('each added image is judged for itself', async () => {
  const set = await photographs(4);
  const added = await Promise.all(
    [3, 50, 4, 2].map(async (seed, label) => ({
      pixels: await inShape(await photograph(seed).jpeg({ quality: 60 }).toBuffer()),
      label: label % 2,
    })),
  );
  const division = { training: [0], validation: [1], test: [2, 3] };
  const { set: after, refused } = await mended(set, division, { relabelled: new Map(), added });
  expect(refused).toBe(3);
  expect(after.count).toBe(5);
  expect(after.labels[4]).toBe(1);
  expect(after.pixels.subarray(4 * SIDE * SIDE * 3)).toEqual(added[1].pixels);
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
  const turn = async () => void turns++;
  await mended(set, division, { relabelled: new Map(), added: [] }, turn);
  // The pixels are copied in one go.
  expect(turns).toBe(1);
  // The images that are measured are hashed in pieces, and each added one is compared with all of them.
  const one = { pixels: image(200), label: 0 };
  await mended(set, division, { relabelled: new Map(), added: [one, one] }, turn);
  expect(turns).toBe(1 + 15 + 2 + 1);
});
