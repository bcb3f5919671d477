/** What the builder of networks knows of the kinds: new layers, their settings, and what mends them. */
import type { Shape } from '@/lib/tensor/tensor';
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
import type { Setting, SettingName } from '../parts/setting';
import { RULES, rulesOf } from '../registry';
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
  readonly isInverting: boolean;
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
      isInverting: setting.isInverting?.(layer) ?? false,
      write: (text) => setting.write(layer, text),
      take: (text) => setting.take(layer, text),
    }));
}

/** One setting of a layer, by its name; null where the layer has none of this name. */
export const settingOf = (layer: Layer, name: SettingName): LayerSetting | null =>
  settingsOf(layer).find((setting) => setting.name === name) ?? null;

/** What mends a layer with a problem on this input, besides a change of one of its settings; null where nothing does. */
export const mendOfLayer = (layer: Layer, input: Shape): LayerMend | null =>
  builderOf(layer).mend?.(layer, input) ?? null;

/**
 * A layer as the last one of a network: with softmax, and as many units as there are classes, or else as many as it has.
 * Null where its kind can't be the last.
 */
export function asEnd(layer: Layer, classes = rulesOf(layer).units?.(layer)): Layer | null {
  return classes === undefined ? null : (builderOf(layer).asEnd?.(layer, classes) ?? null);
}
