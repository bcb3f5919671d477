import { valueAt } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import type { LayerRules, NormalizeLayer } from '../types';

/** Whether channels are also shifted and scaled, not only divided. */
export const isShifted = ({ means, deviations }: NormalizeLayer): boolean =>
  means !== undefined || deviations !== undefined;

/** The mean that is subtracted from a channel after the division, and the deviation that it is then divided by. */
export function lineOf(
  layer: NormalizeLayer,
  channel: number,
): { readonly mean: number; readonly deviation: number } {
  const of = (list: readonly number[]) => (list.length === 1 ? list[0] : list[channel]);
  return { mean: of(layer.means ?? [0]), deviation: of(layer.deviations ?? [1]) };
}

/**
 * Divides every value by the same divisor: bytes become numbers from 0 to 1, and no channel outweighs another. If the
 * layer has means or deviations, each channel is then shifted and scaled by its own, as many networks expect.
 */
export const normalize: LayerRules<NormalizeLayer> = {
  kind: 'normalize',
  name: words.normalization(),
  stem: 'normalize',
  numbered: false,
  isSource: false,
  unrolls: false,
  canBeLast: false,
  operation: (layer) => (isShifted(layer) ? words.standardize() : words.divideBy({ divisor: layer.divisor })),
  outputShape: (_layer, shape) => shape,
  parameters: () => null,
  multiplyAdds: () => 0,
  window: () => ({ size: 1, stride: 1, before: 0 }),
  // Shifted values are signed: black is no longer 0.
  brightness: (layer, high) => (isShifted(layer) ? null : high / layer.divisor),
  explain(layer, before, _weights, cell) {
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
  },
};
