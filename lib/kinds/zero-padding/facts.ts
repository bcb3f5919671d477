import { formatCount } from '@/lib/format/format';
import { size } from '@/lib/tensor/tensor';
import type { LayerFact, ZeroPaddingLayer } from '../types';
import { zeroPadding } from './layer';

export const facts = {
  /** The number of zeros around all maps together. */
  zeros: (layer, input) => formatCount(size(zeroPadding.outputShape(layer, input)) - size(input)),
} as const satisfies Record<string, LayerFact<ZeroPaddingLayer>>;
