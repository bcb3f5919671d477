import { formatNumber } from '@/lib/format/format';
import { size } from '@/lib/tensor/tensor';
import type { DenseLayer, LayerFact } from '../types';

export const facts = {
  /** The number of products in the sum of one value. */
  products: (_layer, input) => formatNumber(size(input)),
} as const satisfies Record<string, LayerFact<DenseLayer>>;
