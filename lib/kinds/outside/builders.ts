/** What the builder of networks knows of the kinds: new layers, their settings, and what mends them. */
import { formatCount } from '@/lib/format/format';
import type { Shape } from '@/lib/tensor/tensor';
import words from '@/words/layer-mends';
import { builder as activation } from '../activation/builder';
import { builder as averagePool } from '../average-pool/builder';
import { builder as batchNormalization } from '../batch-normalization/builder';
import { builder as conv2d } from '../conv2d/builder';
import { builder as dense } from '../dense/builder';
import { builder as dropout } from '../dropout/builder';
import { builder as flatten } from '../flatten/builder';
import { builder as globalAveragePool } from '../global-average-pool/builder';
import { builder as input } from '../input/builder';
import { builder as maxPool } from '../max-pool/builder';
import { builder as normalize } from '../normalize/builder';
import type { BuilderRules, LayerMend } from '../parts/builder';
import type { Setting } from '../parts/setting';
import { RULES } from '../registry';
import type { DenseLayer, Layer, LayerKind, LayerOf } from '../types';
import { builder as zeroPadding } from '../zero-padding/builder';

export type { LayerMend } from '../parts/builder';

const BUILDERS: { readonly [K in LayerKind]: BuilderRules<LayerOf<K>> } = {
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

const builderOf = <K extends LayerKind>(layer: LayerOf<K> & { readonly kind: K }): BuilderRules<LayerOf<K>> =>
  BUILDERS[layer.kind];

/** A new layer of a kind; its id is for the network to choose. */
export const freshLayer = (kind: LayerKind): Layer => BUILDERS[kind].fresh;

/** The last layer of a network for this many classes. */
export const freshEnd = (classes: number): DenseLayer => ({
  ...BUILDERS.dense.fresh,
  units: classes,
  activation: 'softmax',
});

/** The layer that halves the sides of maps. */
export const HALVING: Layer = BUILDERS.maxPool.fresh;

/** The kinds that can be inserted: all but the input. */
export const INSERTED: readonly LayerKind[] = Object.values(RULES)
  .filter(({ isSource }) => !isSource)
  .map(({ kind }) => kind);

/** A setting of one layer, with its present text. */
export interface LayerSetting extends Pick<Setting<Layer>, 'name' | 'form' | 'options'> {
  readonly text: string;
  /** The layer with the setting of this text; null where the text is none that it can have. */
  write(text: string): Layer | null;
  /** The same with any text of the right form. */
  take(text: string): Layer | null;
}

/** The settings of a layer, in the order in which a form shows them. */
export function settingsOf<K extends LayerKind>(
  layer: LayerOf<K> & { readonly kind: K },
): readonly LayerSetting[] {
  return builderOf<K>(layer)
    .settings.filter(({ applies }) => applies?.(layer) ?? true)
    .map((setting) => ({
      name: setting.name,
      form: setting.form,
      options: setting.options,
      text: setting.text(layer),
      write: (text) => setting.write(layer, text),
      take: (text) => setting.take(layer, text),
    }));
}

/** What mends a layer with a problem on this input; null where a change of the layer alone doesn't help. */
export const mendOfLayer = (layer: Layer, input: Shape): LayerMend | null =>
  builderOf(layer).mend?.(layer, input) ?? null;

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
