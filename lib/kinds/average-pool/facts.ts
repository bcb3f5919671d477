import { formatShape } from '@/lib/format/format';
import type { AveragePoolLayer, LayerFact } from '../types';

export const facts = {
  window: ({ size }) => formatShape([size, size]),
} as const satisfies Record<string, LayerFact<AveragePoolLayer>>;
