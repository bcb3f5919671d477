import { byChannel } from '@/components/figures/terms';
import type { Parameter, Term } from '@/lib/kinds/types';
import { sumOf } from '@/lib/provenance/reads';

/**
 * One filter's weights on one input channel, row by row. The kernel is [height, width, channels, filters].
 */
export function sliceOf(kernel: Parameter, filter: number, channel: number): Float32Array {
  const [height, width, channels, filters] = kernel.shape;
  const slice = new Float32Array(height * width);
  for (let at = 0; at < slice.length; at++)
    slice[at] = kernel.values[(at * channels + channel) * filters + filter];
  return slice;
}

/** All weights of one filter, in the order of the kernel: row, column, input channel. */
export function filterOf(kernel: Parameter, filter: number): Float32Array {
  const filters = kernel.shape[3];
  const own = new Float32Array(kernel.values.length / filters);
  for (let at = 0; at < own.length; at++) own[at] = kernel.values[at * filters + filter];
  return own;
}

/** The input channels of a filter, those with the largest weights (by their sum of squares) first. */
export function strongestSlices(kernel: Parameter, filter: number): number[] {
  const channels = kernel.shape[2];
  const strengths = new Float64Array(channels);
  filterOf(kernel, filter).forEach((weight, at) => {
    strengths[at % channels] += weight * weight;
  });
  return Array.from(strengths.keys()).sort((a, b) => strengths[b] - strengths[a]);
}

/** The input channels of a sum, those that contribute most to it (of either sign) first. */
export function slicesByContribution(terms: readonly Term[], channels: number): number[] {
  const sums = byChannel(terms, channels).map((own) => Math.abs(sumOf(own)));
  return Array.from(sums.keys()).sort((a, b) => sums[b] - sums[a]);
}
