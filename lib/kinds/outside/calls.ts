import type { LayerCall } from '@/lib/kinds/parts/layer-call';
import { layerCall as activation, furtherCalls } from '../activation/call';
import { layerCall as averagePool } from '../average-pool/call';
import { layerCall as batchNormalization } from '../batch-normalization/call';
import { layerCall as conv2d } from '../conv2d/call';
import { layerCall as dense } from '../dense/call';
import { layerCall as dropout } from '../dropout/call';
import { layerCall as flatten } from '../flatten/call';
import { layerCall as globalAveragePool } from '../global-average-pool/call';
import { layerCall as input } from '../input/call';
import { layerCall as maxPool } from '../max-pool/call';
import { layerCall as normalize } from '../normalize/call';
import type { LayerKind } from '../types';
import { layerCall as zeroPadding } from '../zero-padding/call';

/** The call that creates a layer of each kind in “Try it”. */
const LAYER_CALLS: Readonly<Record<LayerKind, LayerCall>> = {
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

/** All calls, including the additional ones of a kind. */
export const ALL_CALLS: readonly LayerCall[] = [...Object.values(LAYER_CALLS), ...furtherCalls];
