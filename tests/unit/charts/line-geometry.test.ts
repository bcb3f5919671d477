import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeTicks } from '@/components/charts/frame';
import { dodge, type Point, thin } from '@/components/charts/line-geometry';

describe('thinning a line', () => {
  it('leaves short lines alone', () => {
    const points = [
      { x: 0, y: 1 },
      { x: 1, y: 0 },
    ];
    expect(thin(points, 100, [0, 1])).toBe(points);
  });

  it('keeps the ends, the highest and the lowest, the order, and no more than a screen can show', () => {
    const line = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 500, maxLength: 2000 });
    fc.assert(
      fc.property(line, fc.integer({ min: 10, max: 100 }), (values, columns) => {
        const points = values.map((y, x): Point => ({ x, y }));
        const kept = thin(points, columns, [0, values.length - 1]);
        expect(kept.length).toBeLessThanOrEqual(4 * (columns + 1));
        expect(kept[0]).toBe(points[0]);
        expect(kept[kept.length - 1]).toBe(points[points.length - 1]);
        expect(Math.max(...kept.map(({ y }) => y))).toBe(Math.max(...values));
        expect(Math.min(...kept.map(({ y }) => y))).toBe(Math.min(...values));
        expect(kept.every(({ x }, at) => at === 0 || x > kept[at - 1].x)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('labels at the lines’ ends', () => {
  it('stay where they want to be when there is room', () => {
    expect(dodge([100, 20, 60], 15, 0, 200)).toEqual([100, 20, 60]);
  });

  it('never meet, keep their order and stay inside', () => {
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
  it('are few, whole and inside', () => {
    expect(wholeTicks([0, 10], 12)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(wholeTicks([0, 10], 6)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(wholeTicks([0, 100], 12)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(wholeTicks([0, 1], 12)).toEqual([0, 1]);
  });
});
