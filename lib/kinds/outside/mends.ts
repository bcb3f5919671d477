/** What would mend a layer that can't process its input. */
import { formatCount } from '@/lib/format/format';
import { isMap, type Shape } from '@/lib/tensor/tensor';
import words from '@/words/layer-mends';
import { asSides, formatSides, sidesOf } from '../parts/sides';
import type { Layer, LayerKind, LayerOf, Sides } from '../types';
import { UNROLLING } from './fresh';

/** A changed layer, or one to insert before it, and the button's words. */
export type LayerMend<L extends Layer = Layer> = { readonly words: string } & (
  | { readonly layer: L }
  | { readonly before: Layer }
);

/** What mends a layer with a problem on this input; null where a change of the layer alone doesn't help. */
type FindMend<L extends Layer> = (layer: L, input: Shape) => LayerMend<L> | null;

/** Sides of at least 1 that fit on maps. */
function fitting(sides: Sides, [height, width]: Shape): Sides {
  const [down, across] = sidesOf(sides);
  const clamped = (side: number, most: number) => Math.max(1, Math.min(Math.floor(side) || 1, most));
  return asSides(clamped(down, height), clamped(across, width ?? 1));
}

const pooling =
  <L extends LayerOf<'maxPool'> | LayerOf<'averagePool'>>(): FindMend<L> =>
  (layer, input) => {
    if (!isMap(input)) return null;
    const size = fitting(layer.size, input);
    return { layer: { ...layer, size }, words: words.window({ size: formatSides(size) }) };
  };

const none = (): null => null;

const MENDS: { readonly [K in LayerKind]: FindMend<LayerOf<K>> } = {
  input: none,
  normalize: ({ means: _, deviations: __, ...layer }) => ({ layer, words: words.noMeans() }),
  conv2d(layer, input) {
    if (!isMap(input)) return null;
    const kernel = fitting(layer.kernel, input);
    return { layer: { ...layer, kernel }, words: words.kernel({ size: formatSides(kernel) }) };
  },
  maxPool: pooling(),
  averagePool: pooling(),
  globalAveragePool: none,
  activation: none,
  batchNormalization: none,
  dropout: none,
  zeroPadding: none,
  flatten: none,
  dense: (_, input) => (isMap(input) ? { before: UNROLLING, words: words.flatten() } : null),
};

const finderOf = <K extends LayerKind>(layer: LayerOf<K> & { readonly kind: K }): FindMend<LayerOf<K>> =>
  MENDS[layer.kind];

/** What mends a layer with a problem on this input; null where a change of the layer alone doesn't help. */
export const mendOfLayer = (layer: Layer, input: Shape): LayerMend | null => finderOf(layer)(layer, input);

/** A layer with half of its filters or units; null where it has none, or only one. */
export function halved(layer: Layer): LayerMend | null {
  if ('filters' in layer && layer.filters > 1) {
    const filters = Math.ceil(layer.filters / 2);
    return { layer: { ...layer, filters }, words: words.filters({ filters: formatCount(filters) }) };
  }
  if ('units' in layer && layer.units > 1) {
    const units = Math.ceil(layer.units / 2);
    return { layer: { ...layer, units }, words: words.units({ units: formatCount(units) }) };
  }
  return null;
}
