import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dequantise, quantise } from '@/lib/checkpoint/quantise';

describe('a quantised matrix', () => {
  it('moves no value by more than half a step of its column', () => {
    const matrix = fc
      .record({ columns: fc.integer({ min: 1, max: 5 }), rows: fc.integer({ min: 1, max: 9 }) })
      .chain(({ columns, rows }) =>
        fc.record({
          columns: fc.constant(columns),
          values: fc.float32Array({
            minLength: columns * rows,
            maxLength: columns * rows,
            min: -1000,
            max: 1000,
            noNaN: true,
          }),
        }),
      );
    fc.assert(
      fc.property(matrix, ({ values, columns }) => {
        const back = dequantise(quantise(values, columns));
        values.forEach((value, at) => {
          const column = values.filter((_, other) => other % columns === at % columns);
          const largest = Math.max(...column.map(Math.abs));
          expect(Math.abs(back[at] - value)).toBeLessThanOrEqual((largest / 254) * 1.001 + 1e-37);
        });
      }),
    );
  });

  it('keeps the largest value of each column, and zeros', () => {
    const values = new Float32Array([0.5, 0, -0.25, 0, 0.125, 0]);
    const back = dequantise(quantise(values, 2));
    expect(back[0]).toBeCloseTo(0.5, 6);
    expect([back[1], back[3], back[5]]).toEqual([0, 0, 0]);
  });

  it('does not let one column make another coarser', () => {
    const back = dequantise(quantise(new Float32Array([1000, 0.001, -500, -0.0005]), 2));
    expect(back[1]).toBeCloseTo(0.001, 8);
    expect(back[3]).toBeCloseTo(-0.0005, 5);
  });
});
