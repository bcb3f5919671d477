import { isMap, type Tensor } from './tensor';

/** What is asked of a tensor's values before any of them is drawn. */
export interface Counted {
  /** The least value, or 0 when none is below it. NaN is passed over. */
  readonly low: number;
  /** The largest value, or 0 when none is above it. */
  readonly high: number;
  /** The sum of each channel's values; of a vector's none. */
  readonly sums: Float64Array;
}

/** Goes through the values once. */
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

const known = new WeakMap<Float32Array, Counted>();

/**
 * Whoever computed values counts them where they were computed, beside the page; the page remembers what it is told.
 * Values that were counted are not changed in place.
 */
export function remember(values: Float32Array, counted: Counted): void {
  known.set(values, counted);
}

/** What is known of values, if anybody counted them. */
export const remembered = (values: Float32Array): Counted | undefined => known.get(values);
