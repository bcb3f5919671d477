import { gradient as averagePool } from './average-pool/gradient';
import { gradient as batchNormalization } from './batch-normalization/gradient';
import { gradient as conv2d } from './conv2d/gradient';
import { gradient as dense } from './dense/gradient';
import { gradient as globalAveragePool } from './global-average-pool/gradient';
import { gradient as maxPool } from './max-pool/gradient';
import { gradient as normalize } from './normalize/gradient';
import { passing } from './parts/passing';
import type { LayerGradient, LayerKind, LayerOf } from './types';
import { gradient as zeroPadding } from './zero-padding/gradient';

const GRADIENTS: { readonly [K in LayerKind]: LayerGradient<LayerOf<K>> } = {
  input: passing,
  normalize,
  conv2d,
  maxPool,
  averagePool,
  globalAveragePool,
  activation: passing,
  batchNormalization,
  dropout: passing,
  zeroPadding,
  flatten: passing,
  dense,
};

/** What gradients and sums need of a layer's kind, typed for that layer. */
export const gradientOf = <K extends LayerKind>(
  layer: LayerOf<K> & { readonly kind: K },
): LayerGradient<LayerOf<K>> => GRADIENTS[layer.kind];
