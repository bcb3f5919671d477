/** How sure a mean is when several values come from the same source, such as copies of one drawing. */
import { group } from 'd3-array';

/** The two-sided 95 % point of the normal distribution. */
const Z = 1.96;

export interface MeanRange {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** The number of sources. */
  readonly sources: number;
}

/**
 * The mean of `values`, with a 95 % interval whose sampling unit is the source, not the value: values of one source
 * (`sources[i]`) may be as alike as they like. The variance is that of a ratio estimator over sources,
 * m / (m − 1) · Σ (Σ (x − mean))² / n² (Cochran, Sampling Techniques, 1977, chapter 9). With one value a source it is the
 * usual interval. As in `standardError`, 0 and 100 % do not count as certain.
 * @param values at least two sources’; one per image, such as 1 for a right answer and 0 for a wrong one
 */
export function clusteredMean(values: readonly number[], sources: readonly number[]): MeanRange {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const totals = [...group(values.keys(), (at) => sources[at]).values()].map((places) =>
    places.reduce((sum, at) => sum + values[at] - mean, 0),
  );
  const m = totals.length;
  const squares = totals.reduce((sum, total) => sum + total * total, 0);
  const half = Z * Math.max(Math.sqrt((m / (m - 1)) * squares) / n, 1 / m);
  return { mean, low: Math.max(0, mean - half), high: Math.min(1, mean + half), sources: m };
}
