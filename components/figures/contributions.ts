import type { Term } from '@/lib/kinds/types';
import { sumOf } from '@/lib/provenance/reads';
import { type MapShape, offset } from '@/lib/tensor/tensor';

/** A long sum, summarized by its largest terms of both signs and the rest. */
export interface Contributions {
  /** Largest first; all above zero. */
  readonly positive: readonly Term[];
  /** Most negative first; all below zero. */
  readonly negative: readonly Term[];
  readonly rest: { readonly count: number; readonly sum: number };
  readonly total: number;
}

/** The `count` largest and the `count` most negative products of a sum. */
export function contributionsOf(terms: readonly Term[], count: number): Contributions {
  const sorted = [...terms].sort((a, b) => b.product - a.product);
  const positive = sorted.slice(0, count).filter(({ product }) => product > 0);
  const negative = sorted
    .slice(Math.max(positive.length, sorted.length - count))
    .filter(({ product }) => product < 0)
    .reverse();
  const total = sumOf(terms);
  const listedSum = sumOf(positive) + sumOf(negative);
  return {
    positive,
    negative,
    rest: { count: terms.length - positive.length - negative.length, sum: total - listedSum },
    total,
  };
}

/** The summed contributions of all channels at each place: height x width sums. */
export function sumsByPlace(terms: readonly Term[], [height, width, channels]: MapShape): Float32Array {
  const sums = new Float64Array(height * width);
  for (const { source, product } of terms) sums[Math.floor(source[0] / channels)] += product;
  return Float32Array.from(sums);
}

/** The index of a place in {@link sumsByPlace}. */
export const placeIndex = ([height, width]: MapShape, row: number, column: number): number =>
  offset([height, width, 1], [row, column, 0]);
