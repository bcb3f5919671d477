import { formatNumber } from '@/lib/format/format';
import { cellsOf, formatSides } from '../parts/sides';
import type { LayerFact, MaxPoolLayer } from '../types';

export const facts = {
  window: ({ size }) => formatSides(size),
  /** How many values a window chooses from. */
  candidates: ({ size }) => formatNumber(cellsOf(size)),
} as const satisfies Record<string, LayerFact<MaxPoolLayer>>;
