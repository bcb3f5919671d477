import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairsNeeded, spreadOf, tInterval, tQuantile } from '@/lib/experiment/statistics';

describe('Student’s t', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, and Abramowitz & Stegun, table 26.10.
  it.each([
    [0.95, 1, 12.706],
    [0.95, 2, 4.303],
    [0.95, 3, 3.182],
    [0.95, 4, 2.776],
    [0.95, 5, 2.571],
    [0.95, 9, 2.262],
    [0.95, 10, 2.228],
    [0.95, 19, 2.093],
    [0.95, 30, 2.042],
    [0.95, 100, 1.984],
    [0.9, 7, 1.895],
    [0.98, 4, 3.747],
    [0.99, 1, 63.657],
    [0.99, 6, 3.707],
    [0.99, 15, 2.947],
    [0.998, 3, 10.215],
    [0.998, 20, 3.552],
  ])('holds %f of the distribution with %i degrees of freedom within ±%f', (confidence, df, t) => {
    expect(tQuantile(confidence, df)).toBeCloseTo(t, 3);
  });

  it('is the tangent for one degree of freedom, and a root for two', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.999, noNaN: true }), (confidence) => {
        expect(tQuantile(confidence, 1) / Math.tan((Math.PI * confidence) / 2)).toBeCloseTo(1, 9);
        const two = confidence * Math.sqrt(2 / (1 - confidence * confidence));
        expect(tQuantile(confidence, 2) / two).toBeCloseTo(1, 9);
      }),
    );
  });

  it('agrees with the density, summed in small steps', () => {
    for (const df of [3, 4, 7, 12]) {
      const t = tQuantile(0.9, df);
      const steps = 20_000;
      const density = (x: number) => (1 + (x * x) / df) ** (-(df + 1) / 2);
      const area = (to: number) => {
        let sum = 0;
        for (let at = 0; at < steps; at++) sum += density(((at + 0.5) / steps) * to) * (to / steps);
        return sum;
      };
      // The whole distribution: x = tan of an angle brings infinity within reach.
      let all = 0;
      for (let at = 0; at < steps; at++) {
        const angle = ((at + 0.5) / steps) * (Math.PI / 2);
        all += (density(Math.tan(angle)) / Math.cos(angle) ** 2) * (Math.PI / 2 / steps);
      }
      expect(area(t) / all).toBeCloseTo(0.9, 5);
    }
  });

  it('narrows with the degrees of freedom, towards the normal distribution’s 1.96', () => {
    let before = Number.POSITIVE_INFINITY;
    for (let df = 1; df < 60; df++) {
      const now = tQuantile(0.95, df);
      expect(now).toBeLessThan(before);
      before = now;
    }
    expect(tQuantile(0.95, 5000)).toBeCloseTo(1.96, 2);
  });
});

describe('an interval', () => {
  it('matches a calculation by hand', () => {
    // Mean 2, deviation 1, three values: 2 ± 4.303 · 1 / √3.
    const { mean, low, high } = tInterval([1, 2, 3], 0.95);
    expect(mean).toBe(2);
    expect(low).toBeCloseTo(2 - 4.3027 / Math.sqrt(3), 3);
    expect(high).toBeCloseTo(2 + 4.3027 / Math.sqrt(3), 3);
  });

  it('of one value is infinitely wide', () => {
    expect(tInterval([5], 0.95)).toEqual({ mean: 5, low: -Infinity, high: Infinity });
  });

  it('contains the true mean as often as it states', () => {
    // A linear congruential generator and the Box-Muller transform: the same 2,000 experiments each time.
    let state = 12345;
    const uniform = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state + 0.5) / 2 ** 32;
    };
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    let covered = 0;
    for (let n = 0; n < 2000; n++) {
      const { low, high } = tInterval(
        Array.from({ length: 4 }, () => 7 + 2 * normal()),
        0.9,
      );
      if (low <= 7 && 7 <= high) covered++;
    }
    expect(covered / 2000).toBeGreaterThan(0.88);
    expect(covered / 2000).toBeLessThan(0.92);
  });

  it('moves with its values and widens with their scale', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 9 }),
        (of, by, times) => {
          const plain = tInterval(of, 0.95);
          const moved = tInterval(
            of.map((value) => value * times + by),
            0.95,
          );
          expect(moved.low).toBeCloseTo(plain.low * times + by, 6);
          expect(moved.high).toBeCloseTo(plain.high * times + by, 6);
        },
      ),
    );
  });
});

it('a spread has its mean between its extremes', () => {
  expect(spreadOf([])).toBeNull();
  expect(spreadOf([3])).toEqual({ mean: 3, low: 3, high: 3, deviation: 0 });
  expect(spreadOf([2, 4, 9])).toEqual({ mean: 5, low: 2, high: 9, deviation: Math.sqrt(13) });
});

it('pairs are required until the interval excludes 0, and not one more', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.3, max: 4, noNaN: true }),
      fc.double({ min: 0.1, max: 2, noNaN: true }),
      (mean, deviation) => {
        const n = pairsNeeded(mean, deviation, 0.95);
        if (n === null) return;
        const reach = (pairs: number) => (tQuantile(0.95, pairs - 1) * deviation) / Math.sqrt(pairs);
        expect(reach(n)).toBeLessThan(mean);
        if (n > 2) expect(reach(n - 1)).toBeGreaterThanOrEqual(mean);
      },
    ),
  );
  expect(pairsNeeded(0, 1, 0.95)).toBeNull();
});
