import { formatNumber } from '@/lib/format/format';
import type { LayerFact, NormalizeLayer } from '../types';

/** The middle of what a byte can hold, rounded up. */
const MIDDLE = 128;

export const facts = {
  divisor: ({ divisor }) => formatNumber(divisor),
  /** What becomes of a byte of middling brightness. */
  half: ({ divisor }) => formatNumber(MIDDLE / divisor),
} as const satisfies Record<string, LayerFact<NormalizeLayer>>;
