/** The settings of each kind of layer, as the builder's fields. */
import { LEAK } from '../parts/activation';
import {
  bias,
  cells,
  choice,
  count,
  numbers,
  positive,
  type Setting,
  share,
  sides,
  slope,
} from '../parts/setting';
import type { Activation, Layer, LayerKind, LayerOf, Padding } from '../types';

const PADDINGS: readonly Padding[] = ['valid', 'same'];
const OF_SUMS = ['linear', 'relu'] as const;
const OF_UNITS = ['linear', 'relu', 'softmax'] as const;
const CURVES: readonly Activation[] = ['linear', 'relu', 'leakyRelu', 'sigmoid', 'tanh', 'softmax'];

const SETTINGS: { readonly [K in LayerKind]: readonly Setting<LayerOf<K>>[] } = {
  input: [],
  normalize: [positive('divisor'), numbers('means'), numbers('deviations')],
  conv2d: [
    count('filters'),
    sides('kernel'),
    count('stride'),
    choice('padding', PADDINGS),
    choice('activation', OF_SUMS),
    bias,
  ],
  maxPool: [sides('size'), count('stride'), choice('padding', PADDINGS)],
  averagePool: [sides('size'), count('stride'), choice('padding', PADDINGS)],
  globalAveragePool: [],
  activation: [
    choice('activation', CURVES),
    {
      ...slope,
      applies: ({ activation }) => activation === 'leakyRelu',
      text: (layer) => String(layer.slope ?? LEAK),
    },
  ],
  batchNormalization: [share('momentum'), positive('epsilon')],
  dropout: [share('share')],
  zeroPadding: [cells('top'), cells('bottom'), cells('left'), cells('right')],
  flatten: [],
  dense: [count('units'), choice('activation', OF_UNITS), bias],
};

const settingsFor = <K extends LayerKind>(
  layer: LayerOf<K> & { readonly kind: K },
): readonly Setting<LayerOf<K>>[] => SETTINGS[layer.kind];

/** A setting of one layer, with its present text. */
export interface LayerSetting extends Pick<Setting<Layer>, 'name' | 'form' | 'options'> {
  readonly text: string;
  /** The layer with the setting of this text; null where the text is none. */
  write(text: string): Layer | null;
}

/** The settings of a layer, in the order in which a form shows them. */
export function settingsOf<K extends LayerKind>(
  layer: LayerOf<K> & { readonly kind: K },
): readonly LayerSetting[] {
  return settingsFor<K>(layer)
    .filter(({ applies }) => applies?.(layer) ?? true)
    .map((setting) => ({
      name: setting.name,
      form: setting.form,
      options: setting.options,
      text: setting.text(layer),
      write: (text) => setting.write(layer, text),
    }));
}
