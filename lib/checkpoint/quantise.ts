/** Matrices of weights in one byte per value: each column (a unit's weights) has its own scale. */

/** Values are `codes` times the scale of their column. */
export interface Quantised {
  /** Row by row. */
  readonly codes: Int8Array;
  /** One for each column: its largest magnitude over 127. */
  readonly scales: Float32Array;
}

const STEPS = 127;

/**
 * Quantises a matrix of finite numbers with `columns` columns, row by row, to 255 steps. No value changes by more than half of
 * its column's scale, which is the column's largest magnitude over 254 (plus rounding in single precision).
 */
export function quantise(values: Float32Array, columns: number): Quantised {
  const scales = new Float32Array(columns);
  // Row by row: a remainder for each of 1.5 million places would cost more than everything else.
  for (let row = 0; row < values.length; row += columns)
    for (let column = 0; column < columns; column++) {
      const magnitude = Math.abs(values[row + column]);
      if (magnitude > scales[column]) scales[column] = magnitude;
    }
  for (let column = 0; column < columns; column++) scales[column] /= STEPS;
  // A column of zeros stays one.
  const divisors = scales.map((scale) => scale || 1);
  const codes = new Int8Array(values.length);
  for (let row = 0; row < values.length; row += columns)
    for (let column = 0; column < columns; column++)
      codes[row + column] = rounded(values[row + column] / divisors[column]);
  return { codes, scales };
}

/** Rounds a code; three times as fast as Math.round, which also rounds numbers that no code can be. */
const rounded = (value: number): number => ((value + STEPS + 1.5) | 0) - (STEPS + 1);

/** The approximate values of a quantised matrix. */
export function dequantise({ codes, scales }: Quantised): Float32Array {
  const columns = scales.length;
  const values = new Float32Array(codes.length);
  for (let row = 0; row < codes.length; row += columns)
    for (let column = 0; column < columns; column++)
      values[row + column] = codes[row + column] * scales[column];
  return values;
}
