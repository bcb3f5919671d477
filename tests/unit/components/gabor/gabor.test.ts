import { describe, expect, it } from 'vitest';
import { gabor, sideBySide } from '@/components/mdx/gabor/gabor';

const WAVE = { angle: 0, length: 4, spread: 2 };

describe('a Gabor function', () => {
  it('is a wave under a bell: 1 in the middle, −1 half a wave further, damped, and even', () => {
    const values = gabor(11, WAVE);
    const at = (row: number, column: number) => values[11 * row + column];
    expect(at(5, 5)).toBe(1);
    expect(at(5, 7)).toBeCloseTo(-Math.exp(-4 / 8), 6);
    expect(at(5, 6)).toBeCloseTo(0, 6);
    expect(at(3, 5)).toBeCloseTo(Math.exp(-4 / 8), 6);
    for (const [n, value] of values.entries()) expect(value).toBeCloseTo(values[values.length - 1 - n], 6);
  });

  it('turns with its direction', () => {
    const [across, down] = [gabor(5, WAVE), gabor(5, { ...WAVE, angle: Math.PI / 2 })];
    for (let row = 0; row < 5; row++)
      for (let column = 0; column < 5; column++)
        expect(down[5 * row + column]).toBeCloseTo(across[5 * column + row], 6);
  });
});

describe('squares side by side', () => {
  it('are a cell apart, which is transparent, and grey where they are 0', () => {
    const { width, height, data } = sideBySide(
      [Float32Array.of(0, 1, -1, 0), Float32Array.of(1, 1, 1, 1)],
      2,
    );
    expect([width, height]).toEqual([5, 2]);
    const cells = Array.from({ length: 10 }, (_, n) => [data[2 * n], data[2 * n + 1]]);
    expect(cells[0]).toEqual([128, 255]);
    expect(cells[1]).toEqual([255, 255]);
    expect(cells[2]).toEqual([0, 0]);
    expect(cells[5]).toEqual([0, 255]);
    expect(cells[8]).toEqual([255, 255]);
  });
});
