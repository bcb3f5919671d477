import { describe, expect, it } from 'vitest';
import { readIdx } from '@/lib/data/sets/idx';

/** An IDX file of these axes and values. */
const idx = (type: number, shape: readonly number[], values: readonly number[]): Uint8Array =>
  Uint8Array.of(
    0,
    0,
    type,
    shape.length,
    ...shape.flatMap((length) => [length >> 24, (length >> 16) & 255, (length >> 8) & 255, length & 255]),
    ...values,
  );

describe('IDX files', () => {
  it('have axes of any number, largest byte first, and their values after them', () => {
    const { shape, values } = readIdx(idx(8, [2, 1, 3], [1, 2, 3, 4, 5, 255]));
    expect(shape).toEqual([2, 1, 3]);
    expect([...values]).toEqual([1, 2, 3, 4, 5, 255]);
    const long = Array.from({ length: 300 }, (_, at) => at % 10);
    expect(readIdx(idx(8, [300], long)).shape).toEqual([300]);
  });

  it('are read from the midst of a buffer as well', () => {
    const file = idx(8, [2], [7, 9]);
    const buffer = new Uint8Array(file.length + 5);
    buffer.set(file, 5);
    expect([...readIdx(buffer.subarray(5)).values]).toEqual([7, 9]);
  });

  it('are refused where they are cut off, too long, of other values, or none', () => {
    const file = idx(8, [2, 2], [1, 2, 3, 4]);
    expect(() => readIdx(file.subarray(0, -1))).toThrow(/4 values are announced, and 3/);
    expect(() => readIdx(Uint8Array.of(...file, 0))).toThrow(/and 5 bytes follow/);
    expect(() => readIdx(file.subarray(0, 9))).toThrow(/ends within its axes/);
    expect(() => readIdx(idx(0x0d, [1], [0, 0, 0, 0]))).toThrow(/not type 13/);
    expect(() => readIdx(Uint8Array.of(0x50, 0x4b, 3, 4))).toThrow(/no IDX/);
    expect(() => readIdx(new Uint8Array(0))).toThrow(/no IDX/);
  });
});
