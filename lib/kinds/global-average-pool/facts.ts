import { formatShape } from '@/lib/format/format';
import { asMap } from '@/lib/tensor/tensor';
import type { GlobalAveragePoolLayer, LayerFact } from '../types';

export const facts = {
  /** The height and width of the maps that it averages. */
  places: (_layer, input) => formatShape(asMap(input).slice(0, 2)),
} as const satisfies Record<string, LayerFact<GlobalAveragePoolLayer>>;
