import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomeOf } from '@/lib/what-if/outcome';

test('a new prediction is described with the old one; otherwise the class that gained most', () => {
  expect(outcomeOf([0.9, 0.06, 0.04], [0.2, 0.1, 0.7])).toEqual({
    first: { unit: 0, before: 0.9, after: 0.2 },
    second: { unit: 2, before: 0.04, after: 0.7 },
    turned: true,
  });
  expect(outcomeOf([0.9, 0.09, 0.01], [0.82, 0.095, 0.085])).toMatchObject({
    first: { unit: 0 },
    second: { unit: 2 },
    turned: false,
  });
});

test('a gain that no percentage shows leaves the runner-up as the second', () => {
  expect(outcomeOf([0.9, 0.09, 0.01], [0.9, 0.0899, 0.0101]).second.unit).toBe(1);
});

const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });

test('the two classes differ, the first is the old answer, and turned is so just when the answer is new', () => {
  fc.assert(
    fc.property(probabilities, probabilities, (before, after) => {
      const { first, second, turned } = outcomeOf(before, after);
      expect(first.unit).not.toBe(second.unit);
      expect(first.before).toBe(Math.max(...before));
      if (turned) expect(second.after).toBe(Math.max(...after));
      else expect(first.after).toBe(Math.max(...after));
    }),
  );
});
