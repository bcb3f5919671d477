import { summary as activation } from './activation/summary';
import { summary as averagePool } from './average-pool/summary';
import { summary as batchNormalization } from './batch-normalization/summary';
import { summary as conv2d } from './conv2d/summary';
import { summary as dense } from './dense/summary';
import { summary as dropout } from './dropout/summary';
import { summary as flatten } from './flatten/summary';
import { summary as globalAveragePool } from './global-average-pool/summary';
import { summary as input } from './input/summary';
import { summary as maxPool } from './max-pool/summary';
import { summary as normalize } from './normalize/summary';
import type { LayerKind, LayerOf, Summary } from './types';
import { summary as zeroPadding } from './zero-padding/summary';

const SUMMARIES: { readonly [K in LayerKind]: Summary<LayerOf<K>> } = {
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

/** The summary of the values of a layer of this kind, typed for that layer. */
export const summaryOf = <K extends LayerKind>(
  layer: LayerOf<K> & { readonly kind: K },
): Summary<LayerOf<K>> => SUMMARIES[layer.kind];
