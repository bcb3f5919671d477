import { formatNumber } from '@/lib/format/format';
import type { LayerFact, NormalizeLayer } from '../types';
import { lineOf } from './explain';

/** The middle of what a byte can hold, rounded up. */
const MIDDLE = 128;

export const facts = {
  divisor: ({ divisor }) => formatNumber(divisor),
  /** What a byte of medium brightness becomes in the first channel. */
  half: (layer) => {
    const { mean, deviation } = lineOf(layer, 0);
    return formatNumber((MIDDLE / layer.divisor - mean) / deviation);
  },
} as const satisfies Record<string, LayerFact<NormalizeLayer>>;
