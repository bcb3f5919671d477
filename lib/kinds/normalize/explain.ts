import { valueAt } from '@/lib/tensor/tensor';
import words from '@/words/explained';
import type { Explain, NormalizeLayer } from '../types';
import { isShifted } from './layer';

/** The mean that is subtracted from a channel after the division, and the deviation that it is then divided by. */
export function lineOf(
  layer: NormalizeLayer,
  channel: number,
): { readonly mean: number; readonly deviation: number } {
  const of = (list: readonly number[]) => (list.length === 1 ? list[0] : list[channel]);
  return { mean: of(layer.means ?? [0]), deviation: of(layer.deviations ?? [1]) };
}

export const explain: Explain<NormalizeLayer> = (layer, before, _weights, cell) => {
  const raw = valueAt(before, cell);
  const { mean, deviation } = lineOf(layer, cell[cell.length - 1]);
  const weight = 1 / (layer.divisor * deviation);
  const value = (raw / layer.divisor - mean) / deviation;
  return {
    cell,
    value,
    before: value,
    ...(isShifted(layer) && { bias: -mean / deviation }),
    terms: [{ source: cell, value: raw, weight, product: raw / layer.divisor / deviation }],
    formula: isShifted(layer)
      ? words.standardized({ divisor: layer.divisor })
      : words.divided({ divisor: layer.divisor }),
  };
};
