import { randomLcg } from 'd3-random';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest, principalPlane } from '@/lib/metrics/survey/pca';

test('points on a line in many dimensions lie on one axis, in their order', () => {
  const direction = [3, 0, 4];
  const along = [-2, 5, 1, 0, 7];
  const values = Float32Array.from(along.flatMap((far) => direction.map((one) => 10 + far * one)));
  const { points, shares } = principalPlane(values, 5, 3);
  expect(shares[0]).toBeCloseTo(1, 6);
  expect(shares[1]).toBeCloseTo(0, 6);
  const mean = along.reduce((sum, far) => sum + far, 0) / 5;
  const sign = Math.sign(points[2]);
  for (const [at, far] of along.entries()) expect(sign * points[at * 2]).toBeCloseTo(5 * (far - mean), 4);
});

test('the first axis explains at least as much variance as the second, both at most all of it, and they are orthogonal', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 30 }),
      fc.integer({ min: 2, max: 8 }),
      fc.nat(),
      (count, size, seed) => {
        const random = randomLcg(seed % 1000);
        const values = Float32Array.from(
          { length: count * size },
          (_, at) => random() * (1 + (at % size) ** 2),
        );
        const { points, shares } = principalPlane(values, count, size);
        const [first, second] = shares;
        expect(first).toBeGreaterThanOrEqual(second - 1e-3);
        expect(second).toBeGreaterThanOrEqual(0);
        expect(first + second).toBeLessThanOrEqual(1 + 1e-9);
        const spread = (one: 0 | 1, other: 0 | 1) => {
          let sum = 0;
          for (let at = 0; at < count; at++) sum += points[at * 2 + one] * points[at * 2 + other];
          return sum / count;
        };
        expect(Math.abs(spread(0, 1))).toBeLessThan(0.05 * Math.max(spread(0, 0), 1e-9));
      },
    ),
    { numRuns: 50 },
  );
});

test('the nearest points come first', () => {
  const values = Float32Array.of(0, 0, 3, 4, 1, 0, 10, 0);
  expect(nearest(values, 4, 2, Float32Array.of(0, 0))).toEqual([
    { point: 0, distance: 0 },
    { point: 2, distance: 1 },
    { point: 1, distance: 5 },
    { point: 3, distance: 10 },
  ]);
});
