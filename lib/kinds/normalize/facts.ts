import { formatNumber } from '@/lib/format/format';
import type { LayerFact, NormalizeLayer } from '../types';

/** The middle of a byte's range, rounded up. */
const MIDDLE = 128;

export const facts = {
  divisor: ({ divisor }) => formatNumber(divisor),
  /** What a byte of medium brightness becomes. */
  half: ({ divisor }) => formatNumber(MIDDLE / divisor),
} as const satisfies Record<string, LayerFact<NormalizeLayer>>;
