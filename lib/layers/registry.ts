import { conv2d } from './conv2d';
import { dense } from './dense';
import { flatten } from './flatten';
import { input } from './input';
import { maxPool } from './max-pool';
import { normalize } from './normalize';
import type { LayerKind, LayerOf, LayerRules } from './types';

/** All kinds of layers there are. A new kind is one new file and one line here. */
const RULES: { readonly [K in LayerKind]: LayerRules<LayerOf<K>> } = {
  input,
  normalize,
  conv2d,
  maxPool,
  flatten,
  dense,
};

/** The rules of a layer's kind, typed for that layer: `rulesOf(layer).outputShape(layer, shape)`. */
export const rulesOf = <K extends LayerKind>(
  layer: LayerOf<K> & { readonly kind: K },
): LayerRules<LayerOf<K>> => RULES[layer.kind];
