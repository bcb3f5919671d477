import { formatSides } from '../parts/sides';
import type { AveragePoolLayer, LayerFact } from '../types';

export const facts = {
  window: ({ size }) => formatSides(size),
} as const satisfies Record<string, LayerFact<AveragePoolLayer>>;
