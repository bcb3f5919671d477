import { explain as activation } from './activation/explain';
import { explain as averagePool } from './average-pool/explain';
import { explain as batchNormalization } from './batch-normalization/explain';
import { explain as conv2d } from './conv2d/explain';
import { explain as dense } from './dense/explain';
import { explain as dropout } from './dropout/explain';
import { explain as flatten } from './flatten/explain';
import { explain as globalAveragePool } from './global-average-pool/explain';
import { explain as input } from './input/explain';
import { explain as maxPool } from './max-pool/explain';
import { explain as normalize } from './normalize/explain';
import type { Explain, LayerKind, LayerOf } from './types';
import { explain as zeroPadding } from './zero-padding/explain';

const EXPLANATIONS: { readonly [K in LayerKind]: Explain<LayerOf<K>> } = {
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

/** The arithmetic of a layer's values, typed for that layer. */
export const explanationOf = <K extends LayerKind>(
  layer: LayerOf<K> & { readonly kind: K },
): Explain<LayerOf<K>> => EXPLANATIONS[layer.kind];
