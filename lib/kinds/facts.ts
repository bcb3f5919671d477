import type { Shape } from '@/lib/tensor/tensor';
import { facts as averagePool } from './average-pool/facts';
import { facts as batchNormalization } from './batch-normalization/facts';
import { facts as conv2d } from './conv2d/facts';
import { facts as dense } from './dense/facts';
import { facts as dropout } from './dropout/facts';
import { facts as globalAveragePool } from './global-average-pool/facts';
import { facts as maxPool } from './max-pool/facts';
import { facts as normalize } from './normalize/facts';
import type { Layer, LayerFact, LayerKind, LayerOf } from './types';
import { facts as zeroPadding } from './zero-padding/facts';

type Facts<L extends Layer> = Readonly<Record<string, LayerFact<L>>>;

/** Facts that a lesson may state about a layer of each kind, beyond those of any layer. */
const FACTS = {
  input: {},
  normalize,
  conv2d,
  maxPool,
  averagePool,
  globalAveragePool,
  activation: {},
  batchNormalization,
  dropout,
  zeroPadding,
  flatten: {},
  dense,
} as const satisfies { readonly [K in LayerKind]: Facts<LayerOf<K>> };

/** The facts that some kinds have. */
export type KindFactName = { [K in LayerKind]: keyof (typeof FACTS)[K] }[LayerKind];

const BY_KIND: { readonly [K in LayerKind]: Facts<LayerOf<K>> } = FACTS;
const factsOf = <K extends LayerKind>(layer: LayerOf<K> & { readonly kind: K }): Facts<LayerOf<K>> =>
  BY_KIND[layer.kind];

/**
 * A fact about a layer with this input, as text within a sentence; undefined where its kind has no such fact.
 */
export function factOfKind(name: string, layer: Layer, input: Shape): string | undefined {
  const facts = factsOf(layer);
  return Object.hasOwn(facts, name) ? facts[name](layer, input) : undefined;
}
