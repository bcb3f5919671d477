import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doing, imageEdits, NOTHING_DONE, redo, undo } from '@/lib/what-if/history';
import {
  brushSizes,
  editImage,
  GREY,
  type ImageEdit,
  imageEditor,
  UNADJUSTED,
} from '@/lib/what-if/image-edits';
import { coverFor, coverPlaces, coverStart, coversFor, occluded } from '@/lib/what-if/occlusion';

const SHAPE = [12, 12, 3] as const;
const image = fc.uint8Array({ minLength: 432, maxLength: 432 });
const small = fc.integer({ min: -4, max: 15 });
const edit: fc.Arbitrary<ImageEdit> = fc.oneof(
  fc.record({
    kind: fc.constant('paint' as const),
    size: fc.constantFrom(1, 3, 7),
    colour: fc.option(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255))),
    spots: fc.array(fc.record({ row: small, column: small }), { minLength: 1, maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant('cover' as const),
    size: fc.constantFrom(1, 3, 7),
    row: small,
    column: small,
  }),
  fc.record({
    kind: fc.constant('adjust' as const),
    seed: fc.integer({ min: 1, max: 99 }),
    down: small,
    right: small,
    degrees: fc.integer({ min: -180, max: 180 }),
    contrast: fc.double({ min: 0, max: 2, noNaN: true }),
    noise: fc.double({ min: 0, max: 0.6, noNaN: true }),
  }),
);

test('undo restores the earlier image, and redo the later one; the original is never touched', () => {
  fc.assert(
    fc.property(image, fc.array(edit, { minLength: 1, maxLength: 6 }), (original, edits) => {
      const before = original.slice();
      const all = edits.reduce(doing, NOTHING_DONE);
      const shorter = undo(all);
      const bytes = (history: typeof all) => editImage(original, SHAPE, imageEdits(history));
      expect(bytes(shorter)).toEqual(editImage(original, SHAPE, edits.slice(0, -1)));
      expect(bytes(redo(shorter))).toEqual(bytes(all));
      let none = all;
      for (const _ of edits) none = undo(none);
      expect(bytes(none)).toEqual(before);
      expect(original).toEqual(before);
    }),
  );
});

test('four quarter turns, and a move there and back away from the edges, change nothing', () => {
  fc.assert(
    fc.property(
      image,
      fc.integer({ min: -3, max: 3 }),
      fc.integer({ min: -3, max: 3 }),
      (original, down, right) => {
        const turn = { kind: 'adjust', seed: 1, ...UNADJUSTED, degrees: 90 } as const;
        expect(editImage(original, SHAPE, [turn, turn, turn, turn])).toEqual(original);
        const there = { kind: 'adjust', seed: 1, ...UNADJUSTED, down, right } as const;
        const back = { ...there, down: -down, right: -right };
        const again = editImage(original, SHAPE, [there, back]);
        for (let row = 3; row < 9; row++)
          for (let at = (row * 12 + 3) * 3; at < (row * 12 + 9) * 3; at++)
            expect(again[at]).toBe(original[at]);
      },
    ),
  );
});

test('a brush colours its square and nothing else; the eraser restores the original', () => {
  fc.assert(
    fc.property(image, fc.nat(11), fc.nat(11), (original, row, column) => {
      const spots = [{ row, column }];
      const stroke = { kind: 'paint', size: 3, colour: [1, 2, 3], spots } as const;
      const painted = editImage(original, SHAPE, [stroke]);
      painted.forEach((value, at) => {
        const place = Math.floor(at / 3);
        const inside = Math.abs(Math.floor(place / 12) - row) <= 1 && Math.abs((place % 12) - column) <= 1;
        expect(value).toBe(inside ? 1 + (at % 3) : original[at]);
      });
      expect(editImage(original, SHAPE, [stroke, { ...stroke, colour: null }])).toEqual(original);
    }),
  );
});

test('zero contrast is grey; noise stays within its share', () => {
  fc.assert(
    fc.property(image, fc.double({ min: 0, max: 0.5, noNaN: true }), (original, noise) => {
      const grey = editImage(original, SHAPE, [{ kind: 'adjust', seed: 1, ...UNADJUSTED, contrast: 0 }]);
      expect(grey.every((value) => value === GREY)).toBe(true);
      const noisy = editImage(original, SHAPE, [{ kind: 'adjust', seed: 1, ...UNADJUSTED, noise }]);
      noisy.forEach((value, at) => {
        expect(Math.abs(value - original[at])).toBeLessThanOrEqual(Math.ceil(noise * 255));
      });
    }),
  );
});

test('covers are as large as an image lets them be, and of different sizes', () => {
  expect(coversFor([64, 64, 3])).toEqual([8, 12, 20].map((size) => ({ size, stride: 4 })));
  expect(coverFor([64, 64, 3])).toEqual({ size: 12, stride: 4 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (height, width) => {
      const covers = coversFor([height, width, 1]);
      const sizes = covers.map(({ size }) => size);
      expect(new Set(sizes).size).toBe(sizes.length);
      expect(covers).toContainEqual(coverFor([height, width, 1]));
      for (const { size, stride } of covers) {
        expect(size).toBeLessThanOrEqual(Math.max(height, width));
        // However large the image, a cover takes a bounded number of predictions.
        expect(coverPlaces(height, { size, stride }) * coverPlaces(width, { size, stride })).toBeLessThan(
          400,
        );
      }
    }),
  );
});

test('a cover slides over every pixel, and its first and last positions touch the edges', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (size, step) => {
      const cover = { size, stride: Math.min(step, size) };
      const places = coverPlaces(12, cover);
      expect(coverStart(0, 12, cover)).toBe(0);
      expect(coverStart(places - 1, 12, cover)).toBe(12 - size);
      const covered = new Set<number>();
      const images = occluded(new Uint8Array(432), SHAPE, cover);
      expect(images).toHaveLength(places * places);
      for (const one of images) for (const [at, value] of one.entries()) if (value === GREY) covered.add(at);
      expect(covered.size).toBe(432);
    }),
  );
});

test('an editor with a cache returns what one without it returns, whatever the edits become', () => {
  fc.assert(
    fc.property(image, fc.array(fc.array(edit, { maxLength: 4 }), { maxLength: 4 }), (original, all) => {
      const editor = imageEditor();
      for (const edits of all) {
        const last = edits.at(-1);
        // A stroke grows spot by spot, as it is painted.
        const grown =
          last?.kind === 'paint'
            ? last.spots.map((_, n) => [
                ...edits.slice(0, -1),
                { ...last, spots: last.spots.slice(0, n + 1) },
              ])
            : [edits];
        for (const state of grown)
          expect(editor(original, SHAPE, state)).toEqual(editImage(original, SHAPE, state));
      }
    }),
  );
});

test('only the new spots of a continued stroke are painted', () => {
  const spots = Array.from({ length: 200 }, (_, n) => ({ row: n % 12, column: (n * 5) % 12 }));
  let looked = 0;
  const watched = spots.map((spot) => ({
    get row() {
      looked += 1;
      return spot.row;
    },
    column: spot.column,
  }));
  const editor = imageEditor();
  const original = new Uint8Array(432);
  for (let n = 1; n <= 200; n++)
    editor(original, SHAPE, [{ kind: 'paint', size: 1, colour: [9, 9, 9], spots: watched.slice(0, n) }]);
  expect(looked).toBe(200);
});

test.each([
  [
    [64, 64, 3],
    [1, 3, 7, 15],
  ],
  [
    [28, 28, 1],
    [1, 3, 7],
  ],
  [
    [16, 40, 3],
    [1, 2, 4],
  ],
  [
    [128, 128, 3],
    [2, 6, 14, 30],
  ],
] as const)('brushes for an image of %j have sides of %j', (shape, sizes) => {
  expect(brushSizes(shape, [1 / 64, 3 / 64, 7 / 64, 15 / 64])).toEqual(sizes);
});
