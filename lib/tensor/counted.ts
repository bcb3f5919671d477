import { isMap, type Tensor } from './tensor';

/** Statistics of a tensor's values that are needed before any of them is drawn. */
export interface Counted {
  /** The smallest value, or 0 when none is below it. NaN is ignored. */
  readonly low: number;
  /** The largest value, or 0 when none is above it. */
  readonly high: number;
  /** The sum of each channel's values; empty for a vector. */
  readonly sums: Float64Array;
}

/** Computes the statistics in one pass. */
export function count({ shape, values }: Tensor): Counted {
  const depth = isMap(shape) ? shape[2] : 0;
  const sums = new Float64Array(depth);
  let low = 0;
  let high = 0;
  for (let at = 0, channel = 0; at < values.length; at++) {
    const value = values[at];
    if (value < low) low = value;
    if (value > high) high = value;
    if (depth === 0) continue;
    sums[channel] += value;
    if (++channel === depth) channel = 0;
  }
  return { low, high, sums };
}
