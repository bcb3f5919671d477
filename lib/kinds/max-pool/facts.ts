import { formatNumber, formatShape } from '@/lib/format/format';
import type { LayerFact, MaxPoolLayer } from '../types';

export const facts = {
  window: ({ size }) => formatShape([size, size]),
  /** How many values a window chooses from. */
  candidates: ({ size }) => formatNumber(size ** 2),
} as const satisfies Record<string, LayerFact<MaxPoolLayer>>;
