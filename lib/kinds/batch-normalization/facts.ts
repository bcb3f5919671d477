import { formatFactor, formatPercent } from '@/lib/format/format';
import type { BatchNormalizationLayer, LayerFact } from '../types';

export const facts = {
  epsilon: ({ epsilon }) => formatFactor(epsilon),
  /** The share of the moving mean and variance that each training step keeps. */
  momentum: ({ momentum }) => formatPercent(momentum),
} as const satisfies Record<string, LayerFact<BatchNormalizationLayer>>;
