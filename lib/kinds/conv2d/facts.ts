import { formatNumber } from '@/lib/format/format';
import { asMap } from '@/lib/tensor/tensor';
import { cellsOf, formatSides } from '../parts/sides';
import type { Conv2dLayer, LayerFact } from '../types';

export const facts = {
  kernel: ({ kernel }) => formatSides(kernel),
  /** The number of products in the sum of one value. */
  products: ({ kernel }, input) => formatNumber(cellsOf(kernel) * asMap(input)[2]),
} as const satisfies Record<string, LayerFact<Conv2dLayer>>;
