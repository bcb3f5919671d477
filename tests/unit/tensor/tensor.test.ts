import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asMap, asPlace, cellAt, channelOf, contains, offset, type Shape, size } from '@/lib/tensor/tensor';

const side = fc.integer({ min: 1, max: 9 });
const shape: fc.Arbitrary<Shape> = fc.oneof(fc.tuple(side, side, side), fc.tuple(side));

test('offset and cellAt are inverse to each other, and every offset is a cell inside', () => {
  fc.assert(
    fc.property(shape, (of) => {
      for (let at = 0; at < size(of); at++) {
        const cell = cellAt(of, at);
        expect(contains(of, cell)).toBe(true);
        expect(offset(of, cell)).toBe(at);
      }
    }),
  );
});

test('the channel varies fastest, then the column, then the row', () => {
  expect([0, 1, 2, 3, 12].map((at) => cellAt([2, 4, 3], at))).toEqual([
    [0, 0, 0],
    [0, 0, 1],
    [0, 0, 2],
    [0, 1, 0],
    [1, 0, 0],
  ]);
});

test.each([[[-1, 0, 0]], [[0, 4, 0]], [[0, 0, 3]], [[0.5, 0, 0]], [[Number.NaN, 0, 0]], [[0]]] as const)(
  '%j lies outside of 2 × 4 × 3',
  (cell) => {
    expect(contains([2, 4, 3], cell)).toBe(false);
  },
);

test('one channel of a map is read row by row', () => {
  const values = Float32Array.from({ length: 12 }, (_, at) => at);
  expect([...channelOf({ shape: [2, 3, 2], values }, 1)]).toEqual([1, 3, 5, 7, 9, 11]);
});

test('a vector is refused where a map is expected', () => {
  expect(() => asMap([5])).toThrow('vector of 5');
  expect(() => asPlace([5])).toThrow('index 5');
});
