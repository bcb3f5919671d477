import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterChanges } from '@/lib/run/filter-change';

const SHAPE = [2, 2, 3, 4] as const;
const SIZE = 48;
const FILTERS = 4;
const value = fc.float({ min: -10, max: 10, noNaN: true, noDefaultInfinity: true });
const values = fc.array(value, { minLength: SIZE, maxLength: SIZE });
const kernel = (numbers: readonly number[]) => ({ shape: SHAPE, values: Float32Array.from(numbers) });

describe('how much filters changed', () => {
  it('is the norm of the difference over the norm before', () => {
    const before = { shape: [1, 1, 2, 2], values: Float32Array.of(3, 1, 4, 0) };
    const now = { shape: [1, 1, 2, 2], values: Float32Array.of(3, 1, 7, 2) };
    expect(filterChanges(before, now)).toEqual([
      { filter: 1, moved: 2, relative: 2 },
      { filter: 0, moved: 3, relative: 3 / 5 },
    ]);
  });

  it('names every filter once, those that changed most first', () => {
    fc.assert(
      fc.property(values, values, (before, now) => {
        const changes = filterChanges(kernel(before), kernel(now));
        expect(changes.map(({ filter }) => filter).sort()).toEqual([0, 1, 2, 3]);
        for (let at = 1; at < FILTERS; at++)
          expect(changes[at - 1].relative).toBeGreaterThanOrEqual(changes[at].relative);
      }),
    );
  });

  it('is zero for a kernel that did not change, whatever it was, and keeps the order', () => {
    fc.assert(
      fc.property(values, (numbers) => {
        const changes = filterChanges(kernel(numbers), kernel(numbers));
        expect(changes).toEqual([0, 1, 2, 3].map((filter) => ({ filter, moved: 0, relative: 0 })));
      }),
    );
  });

  it('does not depend on the scale of a kernel, but does on the change', () => {
    fc.assert(
      fc.property(values, values, (before, now) => {
        const half = (numbers: readonly number[]) => kernel(numbers.map((number) => number / 2));
        const whole = filterChanges(kernel(before), kernel(now));
        const halved = new Map(filterChanges(half(before), half(now)).map((one) => [one.filter, one]));
        for (const { filter, moved, relative } of whole) {
          const other = halved.get(filter);
          if (!Number.isFinite(relative)) expect(other?.relative).toBe(relative);
          else expect(other?.relative).toBeCloseTo(relative, 4);
          expect(other?.moved).toBeCloseTo(moved / 2, 4);
        }
      }),
    );
  });

  it('is above zero for one filter alone when only that one changed', () => {
    fc.assert(
      fc.property(values, fc.nat(FILTERS - 1), (before, filter) => {
        const now = before.map((number, at) => (at % FILTERS === filter ? number + 1 : number));
        const [first, ...others] = filterChanges(kernel(before), kernel(now));
        expect(first.filter).toBe(filter);
        expect(first.moved).toBeCloseTo(Math.sqrt(SIZE / FILTERS), 3);
        for (const other of others) expect(other.moved).toBe(0);
      }),
    );
  });

  it('is infinite for a filter that began at zero', () => {
    const changes = filterChanges(kernel(Array(SIZE).fill(0)), kernel(Array(SIZE).fill(1)));
    for (const { relative } of changes) expect(relative).toBe(Number.POSITIVE_INFINITY);
  });

  it('refuses kernels of two different shapes', () => {
    const other = { shape: [2, 2, 4, 3], values: new Float32Array(SIZE) };
    expect(() => filterChanges(kernel(Array(SIZE).fill(1)), other)).toThrow(/2,2,4,3/);
  });
});
