import type { LayerCall } from '@/lib/kinds/layer-call';
import { layerCall as conv2d } from './conv2d/call';
import { layerCall as dense } from './dense/call';
import { layerCall as flatten } from './flatten/call';
import { layerCall as input } from './input/call';
import { layerCall as maxPool } from './max-pool/call';
import { layerCall as normalize } from './normalize/call';
import type { LayerKind } from './types';

/** The call that makes a layer of each kind in “Try it”. */
export const LAYER_CALLS: Readonly<Record<LayerKind, LayerCall>> = {
  input,
  normalize,
  conv2d,
  maxPool,
  flatten,
  dense,
};
