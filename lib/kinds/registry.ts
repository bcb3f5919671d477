import { activation } from './activation/layer';
import { averagePool } from './average-pool/layer';
import { batchNormalization } from './batch-normalization/layer';
import { conv2d } from './conv2d/layer';
import { dense } from './dense/layer';
import { dropout } from './dropout/layer';
import { flatten } from './flatten/layer';
import { globalAveragePool } from './global-average-pool/layer';
import { input } from './input/layer';
import { maxPool } from './max-pool/layer';
import { normalize } from './normalize/layer';
import type { LayerKind, LayerOf, LayerRules } from './types';
import { zeroPadding } from './zero-padding/layer';

/** All kinds of layers. A new kind is one new file and one line here. */
export const RULES: { readonly [K in LayerKind]: LayerRules<LayerOf<K>> } = {
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

/** The rules of a layer's kind, typed for that layer: `rulesOf(layer).outputShape(layer, shape)`. */
export const rulesOf = <K extends LayerKind>(
  layer: LayerOf<K> & { readonly kind: K },
): LayerRules<LayerOf<K>> => RULES[layer.kind];
