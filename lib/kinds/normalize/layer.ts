import { valueAt } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import type { LayerRules, NormalizeLayer } from '../types';

/**
 * Divides every value by the same divisor: bytes become numbers from 0 to 1, and no channel outweighs
 * another.
 */
export const normalize: LayerRules<NormalizeLayer> = {
  kind: 'normalize',
  name: words.normalization(),
  stem: 'normalize',
  numbered: false,
  isSource: false,
  unrolls: false,
  canBeLast: false,
  operation: ({ divisor }) => words.divideBy({ divisor }),
  problem: ({ id, divisor }) =>
    Number.isFinite(divisor) && divisor > 0 ? null : words.divisor({ id, divisor }),
  outputShape: (_layer, shape) => shape,
  parameters: () => null,
  multiplyAdds: () => 0,
  window: () => ({ size: 1, stride: 1, before: 0 }),
  brightness: ({ divisor }, high) => high / divisor,
  explain({ divisor }, before, _weights, cell) {
    const raw = valueAt(before, cell);
    const value = raw / divisor;
    return {
      cell,
      value,
      before: value,
      terms: [{ source: cell, value: raw, weight: 1 / divisor, product: value }],
      formula: words.divided({ divisor }),
    };
  },
  pullBack: ({ divisor }, _input, _weights, gradient) => gradient.map((one) => one / divisor),
  offsets: () => null,
  meets: () => null,
  code: ({ divisor }) => ({
    keras: `layers.Rescaling(1 / ${divisor})`,
    tensorflowjs: `tf.layers.rescaling({ scale: 1 / ${divisor} })`,
    pytorch: `x = x / ${divisor}`,
  }),
};
