import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeTicks } from '@/components/charts/axis';
import { dodge, inGroups } from '@/components/charts/line-geometry';

describe('a line in groups', () => {
  it('leaves a line unchanged where a group is one point', () => {
    const points = [
      { x: 0, y: 1 },
      { x: 1, y: 0 },
    ];
    expect(inGroups(points, 1)).toBe(points);
  });

  it('takes the mean of each full group, at the position of its last point', () => {
    const points = [4, 2, 0, 6, 100].map((y, x) => ({ x, y }));
    expect(inGroups(points, 2)).toEqual([
      { x: 1, y: 3 },
      { x: 3, y: 3 },
    ]);
  });

  it('never leaves the range of the points', () => {
    const line = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(line, fc.integer({ min: 2, max: 20 }), (values, size) => {
        const means = inGroups(
          values.map((y, x) => ({ x, y })),
          size,
        );
        expect(means.length).toBe(Math.floor(values.length / size));
        for (const { y } of means) {
          expect(y).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
          expect(y).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        }
      }),
    );
  });
});

describe('labels at the ends of lines', () => {
  it('stay at their preferred position when there is room', () => {
    expect(dodge([100, 20, 60], 15, 0, 200)).toEqual([100, 20, 60]);
  });

  it('never overlap, keep their order and stay inside', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 8 }), (wanted) => {
        const places = dodge(wanted, 15, 0, 200);
        const order = wanted.map((_, at) => at).sort((a, b) => wanted[a] - wanted[b]);
        order.forEach((at, n) => {
          expect(places[at]).toBeGreaterThanOrEqual(0);
          expect(places[at]).toBeLessThanOrEqual(200);
          if (n > 0) expect(places[at] - places[order[n - 1]]).toBeGreaterThanOrEqual(15 - 1e-9);
        });
      }),
    );
  });
});

describe('whole ticks', () => {
  it('are few, whole and inside the domain', () => {
    expect(wholeTicks([0, 10], 12)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(wholeTicks([0, 10], 6)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(wholeTicks([0, 100], 12)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(wholeTicks([0, 1], 12)).toEqual([0, 1]);
  });
});
