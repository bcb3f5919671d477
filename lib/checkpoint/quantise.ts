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
 * Quantises a matrix of `columns` columns, row by row, to 255 steps. No value changes by more than half of
 * its column's scale, which is the column's largest magnitude over 254 (plus rounding in single precision).
 */
export function quantise(values: Float32Array, columns: number): Quantised {
  const scales = new Float32Array(columns);
  for (let at = 0; at < values.length; at++)
    scales[at % columns] = Math.max(scales[at % columns], Math.abs(values[at]));
  for (let column = 0; column < columns; column++) scales[column] /= STEPS;
  const codes = new Int8Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const scale = scales[at % columns];
    codes[at] = scale === 0 ? 0 : Math.round(values[at] / scale);
  }
  return { codes, scales };
}

/** The approximate values of a quantised matrix. */
export function dequantise({ codes, scales }: Quantised): Float32Array {
  const columns = scales.length;
  const values = new Float32Array(codes.length);
  // Row by row: a division for each of 1.5 million places would cost more than everything else.
  for (let row = 0; row < codes.length; row += columns)
    for (let column = 0; column < columns; column++)
      values[row + column] = codes[row + column] * scales[column];
  return values;
}
