import { oncePerObject } from '@/lib/once';
import { isMap, type Shape } from '@/lib/tensor/tensor';

/** Statistics of one channel's values. */
export interface ChannelStats {
  readonly channel: number;
  readonly least: number;
  readonly largest: number;
  readonly mean: number;
  /** Share of values that are exactly zero. */
  readonly zeros: number;
  /** Index of the largest value in the whole tensor, the first of equals. */
  readonly at: number;
}

function measure(values: Float32Array, depth: number): ChannelStats[] {
  const least = new Float64Array(depth).fill(Number.POSITIVE_INFINITY);
  const largest = new Float64Array(depth).fill(Number.NEGATIVE_INFINITY);
  const sum = new Float64Array(depth);
  const zeros = new Uint32Array(depth);
  const at = new Uint32Array(depth);
  for (let first = 0; first < values.length; first += depth) {
    for (let channel = 0; channel < depth; channel++) {
      const value = values[first + channel];
      sum[channel] += value;
      if (value === 0) zeros[channel]++;
      if (value < least[channel]) least[channel] = value;
      if (value > largest[channel]) {
        largest[channel] = value;
        at[channel] = first + channel;
      }
    }
  }
  const count = values.length / depth;
  return Array.from({ length: depth }, (_, channel) => ({
    channel,
    least: least[channel],
    largest: largest[channel],
    mean: sum[channel] / count,
    zeros: zeros[channel] / count,
    at: at[channel],
  }));
}

/** Once: several parts of a figure need the same statistics, and the values never change. */
const measured = oncePerObject(measure);

/**
 * Minimum, maximum, mean and share of zeros of every channel, in one pass; a vector's units are channels of
 * one value.
 */
export const channelStats = (values: Float32Array, shape: Shape): ChannelStats[] =>
  measured(values, isMap(shape) ? shape[2] : shape[0]);

/** The values of one channel, row by row (a copy). */
export function planeOf(values: Float32Array, depth: number, channel: number): Float32Array {
  const plane = new Float32Array(values.length / depth);
  for (let at = 0; at < plane.length; at++) plane[at] = values[at * depth + channel];
  return plane;
}
