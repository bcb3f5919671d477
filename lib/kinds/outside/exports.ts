/** How each kind of layer is written in other libraries' formats. */
import { exported as activation } from '../activation/export';
import { exported as averagePool } from '../average-pool/export';
import { exported as batchNormalization } from '../batch-normalization/export';
import { exported as conv2d } from '../conv2d/export';
import { exported as dense } from '../dense/export';
import { exported as dropout } from '../dropout/export';
import { exported as flatten } from '../flatten/export';
import { exported as globalAveragePool } from '../global-average-pool/export';
import { exported as input } from '../input/export';
import { exported as maxPool } from '../max-pool/export';
import { exported as normalize } from '../normalize/export';
import type { LayerExport } from '../parts/export';
import type { LayerKind, LayerOf } from '../types';
import { exported as zeroPadding } from '../zero-padding/export';

const EXPORTS: { readonly [K in LayerKind]: LayerExport<LayerOf<K>> } = {
  input,
  normalize,
  conv2d,
  maxPool,
  averagePool,
  globalAveragePool,
  activation,
  batchNormalization,
  dropout,
  zeroPadding,
  flatten,
  dense,
};

/** How a layer's kind is written, typed for that layer. */
export const exportOf = <K extends LayerKind>(
  layer: LayerOf<K> & { readonly kind: K },
): LayerExport<LayerOf<K>> => EXPORTS[layer.kind];
