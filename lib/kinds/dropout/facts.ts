import { formatFactor, formatPercent } from '@/lib/format/format';
import type { DropoutLayer, LayerFact } from '../types';

export const facts = {
  share: ({ share }) => formatPercent(share),
  /** What the values that stay are multiplied by in training. */
  scale: ({ share }) => formatFactor(1 / (1 - share)),
} as const satisfies Record<string, LayerFact<DropoutLayer>>;
