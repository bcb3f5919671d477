/** How each kind of layer is written in other libraries' formats. */
import { exported as activation } from '@/lib/kinds/activation/export';
import { exported as averagePool } from '@/lib/kinds/average-pool/export';
import { exported as batchNormalization } from '@/lib/kinds/batch-normalization/export';
import { exported as conv2d } from '@/lib/kinds/conv2d/export';
import { exported as dense } from '@/lib/kinds/dense/export';
import { exported as dropout } from '@/lib/kinds/dropout/export';
import { exported as flatten } from '@/lib/kinds/flatten/export';
import { exported as globalAveragePool } from '@/lib/kinds/global-average-pool/export';
import { exported as input } from '@/lib/kinds/input/export';
import { exported as maxPool } from '@/lib/kinds/max-pool/export';
import { exported as normalize } from '@/lib/kinds/normalize/export';
import type { LayerExport } from '@/lib/kinds/parts/export';
import type { LayerKind, LayerOf } from '@/lib/kinds/types';
import { exported as zeroPadding } from '@/lib/kinds/zero-padding/export';

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
