/** A new layer of each kind, as the builder inserts it. */
import { RULES } from '../registry';
import type { DenseLayer, Layer, LayerKind, LayerOf } from '../types';

/** Settings that fit most places: a convolution keeps the size of its maps, a pooling halves it. */
const FRESH: { readonly [K in LayerKind]: LayerOf<K> } = {
  input: { id: 'input', kind: 'input' },
  normalize: { id: 'normalize', kind: 'normalize', divisor: 255 },
  conv2d: {
    id: 'conv',
    kind: 'conv2d',
    filters: 16,
    kernel: 3,
    stride: 1,
    padding: 'same',
    activation: 'relu',
  },
  maxPool: { id: 'pool', kind: 'maxPool', size: 2, stride: 2, padding: 'valid' },
  averagePool: { id: 'pool', kind: 'averagePool', size: 2, stride: 2, padding: 'valid' },
  globalAveragePool: { id: 'average', kind: 'globalAveragePool' },
  activation: { id: 'activation', kind: 'activation', activation: 'relu' },
  batchNormalization: { id: 'norm', kind: 'batchNormalization', epsilon: 0.001, momentum: 0.9 },
  dropout: { id: 'dropout', kind: 'dropout', share: 0.3 },
  zeroPadding: { id: 'pad', kind: 'zeroPadding', top: 1, bottom: 1, left: 1, right: 1 },
  flatten: { id: 'flatten', kind: 'flatten' },
  dense: { id: 'dense', kind: 'dense', units: 64, activation: 'relu' },
};

/** A new layer of a kind; its id is for the network to choose. */
export const freshLayer = (kind: LayerKind): Layer => FRESH[kind];

/** The last layer of a network for this many classes. */
export const freshEnd = (classes: number): DenseLayer => ({
  ...FRESH.dense,
  units: classes,
  activation: 'softmax',
});

/** The layer that makes a vector of maps. */
export const UNROLLING: Layer = FRESH.flatten;
/** The layer that halves the sides of maps. */
export const HALVING: Layer = FRESH.maxPool;

/** The kinds that can be inserted: all but the input. */
export const INSERTED: readonly LayerKind[] = Object.values(RULES)
  .filter(({ isSource }) => !isSource)
  .map(({ kind }) => kind);
