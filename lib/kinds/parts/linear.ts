/** Which layers a prediction could do without, were it not for what stands between them that is not linear. */
import type { Layer, LayerKind } from '../types';
import { isPiecewiseLinear } from './activation';

/** Whether what a kind computes in a prediction, before its activation, is linear up to constants. */
const LINEAR: Readonly<Record<LayerKind, boolean>> = {
  input: true,
  normalize: true,
  conv2d: true,
  maxPool: false,
  averagePool: true,
  globalAveragePool: true,
  activation: true,
  batchNormalization: true,
  dropout: true,
  zeroPadding: true,
  flatten: true,
  dense: true,
};

/** Whether a layer outputs the largest of some values, which is not linear. */
export const takesLargest = ({ kind }: Layer): boolean => !LINEAR[kind];

/** Whether a layer would be linear if ReLUs passed everything. */
export const isLinearWithoutRelu = (layer: Layer): boolean => LINEAR[layer.kind] && isPiecewiseLinear(layer);
