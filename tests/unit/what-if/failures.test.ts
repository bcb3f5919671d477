import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange, changesOf, movedBy } from '@/lib/what-if/failures';

const SHAPE = [8, 8, 3] as const;
const image = fc.uint8Array({ minLength: 192, maxLength: 192 });
const at = (pixels: Uint8Array, row: number, column: number) =>
  Array.from(pixels.subarray((row * 8 + column) * 3, (row * 8 + column) * 3 + 3));

test('no change touches the original, and all keep its size', () => {
  fc.assert(
    fc.property(image, fc.constantFrom(...changesOf(SHAPE)), (original, change) => {
      const before = original.slice();
      expect(applyChange(change, original, SHAPE)).toHaveLength(original.length);
      expect(original).toEqual(before);
    }),
  );
});

test('inverted twice is unchanged, and so is turned four times; grey has three equal channels', () => {
  fc.assert(
    fc.property(image, (original) => {
      const times = (change: 'inverted' | 'turned', count: number) =>
        Array.from({ length: count }).reduce<Uint8Array>(
          (pixels) => applyChange(change, pixels, SHAPE),
          original,
        );
      expect(times('inverted', 2)).toEqual(original);
      expect(times('turned', 4)).toEqual(original);
      const grey = applyChange('grey', original, SHAPE);
      const [red, green, blue] = at(original, 2, 5);
      expect(at(grey, 2, 5)).toEqual(Array(3).fill(Math.round((red + green + blue) / 3)));
    }),
  );
});

test('moved by an eighth of the width, to the right', () => {
  expect(movedBy([64, 64, 3])).toBe(8);
  fc.assert(
    fc.property(image, (original) => {
      const moved = applyChange('moved', original, SHAPE);
      for (let column = 1; column < 8; column++)
        expect(at(moved, 3, column)).toEqual(at(original, 3, column - 1));
    }),
  );
});

test('images without colours have none to lose', () => {
  expect(changesOf([28, 28, 1])).not.toContain('grey');
});
