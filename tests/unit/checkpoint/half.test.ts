import { expect, test } from 'vitest';
import { fromHalf, LARGEST_HALF, toHalf } from '@/lib/checkpoint/half';

const FINITE = 0x7c00;

test('every half survives conversion to a number and back', () => {
  for (let bits = 0; bits < 0x10000; bits++) {
    const value = fromHalf(bits);
    if (Number.isNaN(value)) expect(fromHalf(toHalf(value))).toBeNaN();
    else expect(toHalf(value)).toBe(bits);
  }
});

test('a number between two halves is rounded to the nearest, ties to even', () => {
  for (let bits = 0; bits + 1 < FINITE; bits++) {
    const below = fromHalf(bits);
    const above = fromHalf(bits + 1);
    expect(toHalf((below + above) / 2)).toBe(bits % 2 === 0 ? bits : bits + 1);
    expect(toHalf(below * 0.51 + above * 0.49)).toBe(bits);
    expect(toHalf(-(below * 0.49 + above * 0.51))).toBe(0x8000 | (bits + 1));
  }
});

test('the bits mean what IEEE 754 defines', () => {
  expect(fromHalf(0x3c00)).toBe(1);
  expect(fromHalf(0xc000)).toBe(-2);
  expect(fromHalf(0x7bff)).toBe(LARGEST_HALF);
  expect(fromHalf(0x0001)).toBe(2 ** -24);
  expect(fromHalf(0x3555)).toBeCloseTo(1 / 3, 3);
});

test('numbers beyond the largest half become infinite, tiny ones zero', () => {
  expect(fromHalf(toHalf(LARGEST_HALF + 15))).toBe(LARGEST_HALF);
  expect(fromHalf(toHalf(65520))).toBe(Number.POSITIVE_INFINITY);
  expect(fromHalf(toHalf(-1e9))).toBe(Number.NEGATIVE_INFINITY);
  expect(fromHalf(toHalf(2 ** -25))).toBe(0);
});
