import { formatNumber, formatShape } from '@/lib/format/format';
import { asMap } from '@/lib/tensor/tensor';
import type { Conv2dLayer, LayerFact } from '../types';

export const facts = {
  kernel: ({ kernel }) => formatShape([kernel, kernel]),
  /** How many products one value adds up. */
  products: ({ kernel }, input) => formatNumber(kernel * kernel * asMap(input)[2]),
} as const satisfies Record<string, LayerFact<Conv2dLayer>>;
