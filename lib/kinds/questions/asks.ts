import type { Layer, LayerKind } from '../types';

/** What a figure may ask the learner before it shows it. */
export type Ask = 'value' | 'winner' | 'index' | 'shape';

/** What the figure of each kind asks, the most likely first. */
export const ASKS = {
  input: ['value'],
  normalize: ['value'],
  conv2d: ['value', 'shape'],
  maxPool: ['winner', 'value', 'shape'],
  averagePool: ['value'],
  globalAveragePool: ['shape'],
  activation: ['value'],
  batchNormalization: ['value'],
  dropout: ['value'],
  zeroPadding: ['value', 'shape'],
  flatten: ['index', 'shape'],
  dense: ['value'],
} as const satisfies Readonly<Record<LayerKind, readonly [Ask, ...Ask[]]>>;

/** What the figure of this layer asks, the most likely first. */
export const asksOf = ({ kind }: Layer): readonly [Ask, ...Ask[]] => ASKS[kind];
