import { expect, test } from 'vitest';
import { restOf } from '@/lib/what-if/ledger';

const causes = [3, -2, 0.5, -0.25].map((change, unit) => ({ unit, change }));

test('what is not listed is the sum of the other causes and the bias', () => {
  expect(restOf({ causes, bias: 0.125 }, 2)).toBe(0.375);
  expect(restOf({ causes, bias: 0 }, 4)).toBe(0);
});

test('a rest that is rounding alone is nothing, and a small one that is not stays', () => {
  expect(restOf({ causes, bias: 6.3e-14 }, 4)).toBe(0);
  expect(restOf({ causes, bias: -1e-4 }, 4)).toBe(-1e-4);
  expect(restOf({ causes: [], bias: 6.3e-14 }, 5)).toBe(6.3e-14);
});
