import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumParts, writtenSum } from '@/components/figures/sum';

const read = (text: string) => Number(text.replaceAll('−', '-').replaceAll(',', ''));
const moderate = fc.double({ min: -50, max: 50, noNaN: true });

test('a few addends are written with as many decimals as make them add up', () => {
  expect(writtenSum([0.1, 0.2], 0.3)).toEqual({ decimals: 4, rounding: 0 });
  // 1.00004 + 1.00004: with four decimals each reads 1.0000, but the total reads 2.0001.
  expect(writtenSum([1.00004, 1.00004], 2.00008)).toEqual({ decimals: 5, rounding: 0 });
});

test('the engine’s rounding error is an addend of its own', () => {
  const { decimals, rounding } = writtenSum([34.4708824, 0.0055695], 34.4763832);
  expect(decimals).toBe(4);
  expect(rounding).toBeCloseTo(-0.0001, 10);
});

test('every sum adds up as written', () => {
  fc.assert(
    fc.property(
      fc.array(moderate, { minLength: 1, maxLength: 6 }),
      fc.double({ min: -1e-3, max: 1e-3, noNaN: true }),
      (addends, error) => {
        const before = addends.reduce((all, addend) => all + addend, error);
        const parts = sumParts(
          addends.map((value) => ({ value, note: 'term' })),
          { before, value: Math.max(0, before) },
          'linear',
        );
        const numbers = parts.flatMap((part) => (typeof part === 'string' ? [] : [read(part.text)]));
        const total = numbers.pop() ?? Number.NaN;
        expect(numbers.reduce((all, number) => all + number, 0)).toBeCloseTo(total, 4);
      },
    ),
  );
});

test('ReLU stands between the sum and the value', () => {
  const parts = sumParts([{ value: -0.5, note: 'products' }], { before: -0.5, value: 0 }, 'relu');
  expect(parts.map((part) => (typeof part === 'string' ? part : part.text))).toEqual([
    '−0.5000',
    '=',
    '−0.5000',
    '→',
    'max(0, −0.5000)',
    '=',
    '0',
  ]);
});
