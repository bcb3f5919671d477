import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { middleSquare, scaleSquare } from '@/lib/data/resample';

const _image = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 80, b: 20, alpha: 0.5 } } });

describe('scaling a square', () => {
  const SHAPE = [64, 64, 3] as const;
  const even = (width: number, height: number, colour: readonly number[]) => ({
    width,
    height,
    data: Uint8Array.from({ length: width * height * 4 }, (_, at) => colour[at % 4]),
  });

  it('keeps a 64x64 image unchanged', () => {
    const data = Uint8Array.from({ length: 64 * 64 * 4 }, (_, at) => (at % 4 === 3 ? 255 : (at * 13) & 255));
    const scaled = scaleSquare({ width: 64, height: 64, data }, { x: 0, y: 0, side: 64 }, SHAPE);
    expect([...scaled]).toEqual([...data].filter((_, at) => at % 4 !== 3));
  });

  it('takes the mean of each block when it halves the size', () => {
    const columns = Uint8Array.from({ length: 128 * 128 * 4 }, (_, at) =>
      at % 4 === 3 ? 255 : (at >> 2) % 2 ? 100 : 50,
    );
    const scaled = scaleSquare({ width: 128, height: 128, data: columns }, { x: 0, y: 0, side: 128 }, SHAPE);
    expect(new Set(scaled)).toEqual(new Set([75]));
  });

  it('keeps a uniform colour uniform, whatever the size and the square', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (width, height, part) => {
          const { x, y, side } = middleSquare({ width, height });
          const square = {
            x: x + (side * (1 - part)) / 2,
            y: y + (side * (1 - part)) / 2,
            side: side * part,
          };
          const scaled = scaleSquare(even(width, height, [9, 130, 255, 255]), square, SHAPE);
          expect(new Set([scaled[0], scaled[12287 - 2]])).toEqual(new Set([9]));
          expect([...scaled].every((value, at) => value === [9, 130, 255][at % 3])).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives luma for one channel, and opaque colour and opacity for four', () => {
    const square = { x: 0, y: 0, side: 10 };
    expect(new Set(scaleSquare(even(10, 10, [200, 100, 50, 255]), square, [28, 28, 1]))).toEqual(
      new Set([Math.round(0.299 * 200 + 0.587 * 100 + 0.114 * 50)]),
    );
    const half = scaleSquare(even(10, 10, [200, 100, 50, 128]), square, [3, 3, 4]);
    expect([...half.subarray(0, 4)]).toEqual([200, 100, 50, 128]);
    expect([...scaleSquare(even(10, 10, [200, 100, 50, 0]), square, [1, 1, 4])]).toEqual([0, 0, 0, 0]);
    expect(() => scaleSquare(even(10, 10, [0, 0, 0, 255]), square, [8, 8, 2])).toThrow(RangeError);
  });

  it('takes the middle rows for a shape wider than high, and distorts nothing', () => {
    // Four rows with one tone each.
    const rows = { width: 4, height: 4, data: Uint8Array.from({ length: 64 }, (_, at) => (at >> 4) * 60) };
    rows.data.forEach((_, at) => {
      if (at % 4 === 3) rows.data[at] = 255;
    });
    expect([...scaleSquare(rows, { x: 0, y: 0, side: 4 }, [2, 4, 1])]).toEqual([
      60, 60, 60, 60, 120, 120, 120, 120,
    ]);
  });

  it('shows transparent parts on white', () => {
    expect(
      [...scaleSquare(even(10, 10, [0, 0, 0, 0]), { x: 0, y: 0, side: 10 }, SHAPE)].every((n) => n === 255),
    ).toBe(true);
    expect(scaleSquare(even(10, 10, [0, 0, 0, 51]), { x: 0, y: 0, side: 10 }, SHAPE)[0]).toBe(204);
  });
});
