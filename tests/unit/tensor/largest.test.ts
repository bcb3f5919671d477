import { bin, maxIndex } from 'd3-array';
import { expect, test } from 'vitest';
import { countInBars } from '@/lib/tensor/bars';
import { largestAt } from '@/lib/tensor/largest';

test.each([
  [[]],
  [[3]],
  [[1, 5, 5, 2]],
  [[-4, -1, -9]],
  [[Number.NaN, -7, Number.NaN, -2]],
  [[Number.NaN]],
  [[-Infinity, Number.NaN]],
  [[2, Infinity]],
])('the place of the largest of %j is what d3 says', (values) => {
  expect(largestAt(values)).toBe(maxIndex(values));
  expect(largestAt(Float32Array.from(values), Math.abs)).toBe(maxIndex(values, Math.abs));
});

test('each bar of a histogram counts eight of the 256 steps of a byte, whatever they were divided by', () => {
  const bytes = Float32Array.from({ length: 256 }, (_, byte) => byte);
  for (const divisor of [1, 255, 127.5]) {
    const counts = countInBars(
      bytes.map((byte) => byte / divisor),
      256 / divisor,
      32,
    );
    expect([...counts]).toEqual(Array(32).fill(8));
  }
});

test('bars count as d3 does, and nothing outside', () => {
  const values = Float32Array.from({ length: 500 }, (_, at) => Math.sin(at) * 3 + 1);
  const thresholds = Array.from({ length: 9 }, (_, at) => (at + 1) * 0.4);
  const theirs = bin<number, number>().domain([0, 4]).thresholds(thresholds)(values);
  expect([...countInBars(values, 4, 10)]).toEqual(theirs.map(({ length }) => length));
  expect([...countInBars(Float32Array.of(Number.NaN, -0.1, 4.1, 5), 4, 10)]).toEqual(Array(10).fill(0));
});
