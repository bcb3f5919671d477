import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBytes } from '@/lib/format/bytes';
import {
  formatCount,
  formatDuration,
  formatFactor,
  formatNumber,
  formatPercent,
  formatResult,
  formatShape,
  formatTight,
} from '@/lib/format/format';

/** Parses a formatted number. */
const parsed = (text: string) => Number(text.replaceAll('−', '-').replaceAll(',', ''));
const finite = fc.float({ noNaN: true, noDefaultInfinity: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('formatTight', () => {
  test.each([
    [0.502, '.502'],
    [-0.18, '-.180'],
    [0, '0'],
    [1.25, '1.250'],
    [0.0004, '.00040'],
    [10, '10'],
  ])('writes %d as %s', (value, text) => {
    expect(formatTight(value).replace('−', '-')).toBe(text);
  });
});

describe('formatNumber', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [128, '128'],
    [-12544, '−12,544'],
    [0.5, '0.5000'],
    [-0.0123456, '−0.0123'],
    [0.00012, '0.00012'],
    [-0.00012, '−0.00012'],
    [1.2e-7, '1.2e−7'],
    [-1e-30, '−1.0e−30'],
    [1234.56789, '1,234.5679'],
    [2.5e9 + 0.5, '2.500e9'],
    [Number.NaN, 'not a number'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('%d is written as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  test('shows fewer decimals when asked, but never hides a value', () => {
    expect(formatNumber(Math.PI, 2)).toBe('3.14');
    expect(formatNumber(0.004, 2)).toBe('0.0040');
  });

  test('only 0 is written as 0, the sign is kept, and parsing gives the value that was meant', () => {
    fc.assert(
      fc.property(finite, (value) => {
        const read = parsed(formatNumber(value));
        expect(Math.sign(read)).toBe(Math.sign(value) === 0 ? 0 : Math.sign(value));
        expect(Math.abs(read - value)).toBeLessThanOrEqual(Math.max(5.001e-5, Math.abs(value) * 5.001e-4));
        expect(Math.abs(read - value)).toBeLessThanOrEqual(Math.abs(value) * 0.05001);
      }),
      { numRuns: 2000 },
    );
  });

  test('the values of a layer add up by hand to within half a unit a term', () => {
    const terms = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 1, maxLength: 27 });
    fc.assert(
      fc.property(terms, (values) => {
        const sum = values.reduce((a, b) => a + b, 0);
        const byHand = values.reduce((a, b) => a + parsed(formatNumber(b)), 0);
        expect(Math.abs(byHand - sum)).toBeLessThanOrEqual(values.length * 5.001e-5);
      }),
    );
  });
});

describe('numbers that are multiplied', () => {
  test.each([
    [0, '0', '0'],
    [0.001, '0.001', '0.001'],
    [0.000057123456789, '0.000057123457', '0.0000571235'],
    [-1.5e-7, '−1.5e−7', '−1.5e−7'],
    [-1.23456789e-7, '−1.2345679e−7', '−1.23457e−7'],
    [12.3456789, '12.345679', '12.3457'],
    [2.5e9 + 0.5, '2.5e9', '2.5e9'],
    [1234567.89, '1.2345679e6', '1.23457e6'],
    [12544, '12,544', '12,544'],
    [Number.NaN, 'not a number', 'not a number'],
  ])('%d is written as %s as a factor and as %s as a result', (value, factor, result) => {
    expect(formatFactor(value)).toBe(factor);
    expect(formatResult(value)).toBe(result);
  });

  test('have at least eight digits, or six, whatever their magnitude', () => {
    fc.assert(
      fc.property(finite, (value) => {
        expect(Math.abs(parsed(formatFactor(value)) - value)).toBeLessThanOrEqual(Math.abs(value) * 5.001e-8);
        expect(Math.abs(parsed(formatResult(value)) - value)).toBeLessThanOrEqual(Math.abs(value) * 5.001e-6);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('formatPercent', () => {
  test.each([
    [0, '0%'],
    [1, '100%'],
    [0.923, '92.3%'],
    [0.1, '10.0%'],
    [1e-9, '<0.1%'],
    [0.9999, '>99.9%'],
    [Number.NaN, 'not a number'],
  ])('%d is written as %s', (value, text) => {
    expect(formatPercent(value)).toBe(text);
  });

  test('writes 0% and 100% for exactly those values, and is right to one decimal', () => {
    fc.assert(
      fc.property(share, (value) => {
        const text = formatPercent(value);
        if (value > 0 && value < 1) expect(['0%', '0.0%', '100%', '100.0%']).not.toContain(text);
        const read = Number(text.replace(/[<>%]/g, '')) / 100;
        expect(Math.abs(read - value)).toBeLessThanOrEqual(0.00101);
      }),
      { numRuns: 1000 },
    );
  });
});

test('counts and shapes', () => {
  expect(formatCount(12544)).toBe('12,544');
  expect(formatShape([62, 62, 32])).toBe('62 × 62 × 32');
  expect(formatShape([12544])).toBe('12,544');
});

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [77_312, '77 kB'],
  [3_320_000, '3.3 MB'],
  [999_700, '1.0 MB'],
  [512e6, '512 MB'],
  [Number.POSITIVE_INFINITY, '∞'],
])('%d bytes are written as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  [0, '0 ms'],
  [0.01, '<0.1 ms'],
  [4.24, '4.2 ms'],
  [320.4, '320 ms'],
  [999.7, '1.0 s'],
  [1234, '1.2 s'],
  [9960, '10 s'],
  [59_700, '1 min'],
  [125_000, '2 min 5 s'],
  [3_599_900, '1 h'],
  [3_780_000, '1 h 3 min'],
  [Number.NaN, 'unknown time'],
])('%d milliseconds are written as %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});
