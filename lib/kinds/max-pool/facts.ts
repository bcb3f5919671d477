import { formatNumber } from '@/lib/format/format';
import { cellsOf, formatSides } from '../parts/sides';
import type { LayerFact, MaxPoolLayer } from '../types';

export const facts = {
  window: ({ size }) => formatSides(size),
  /** The number of values in a window. */
  candidates: ({ size }) => formatNumber(cellsOf(size)),
} as const satisfies Record<string, LayerFact<MaxPoolLayer>>;
