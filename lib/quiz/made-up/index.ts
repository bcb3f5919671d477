/** Questions about layers and runs that are made up for the occasion, whatever the network at hand. */
import type { LayerKind } from '@/lib/layers/types';
import type { Writers } from '../question';
import { MADE_UP_CONVOLUTION } from './convolution';
import { MADE_UP_CONVOLUTION_SUMS } from './convolution-sums';
import { MADE_UP_NETWORK } from './networks';
import { MADE_UP_INPUT, MADE_UP_NORMALIZE } from './pictures';
import { MADE_UP_POOLING } from './pooling';
import { MADE_UP_OUTPUT } from './probabilities';
import { MADE_UP_READINGS } from './readings';
import { MADE_UP_STEPS } from './steps';
import { MADE_UP_DENSE, MADE_UP_FLATTEN } from './vectors';

/** By the kind of layer that they are about. */
export const MADE_UP_LAYERS: Readonly<Record<LayerKind, Writers<null>>> = {
  input: MADE_UP_INPUT,
  normalize: MADE_UP_NORMALIZE,
  conv2d: { ...MADE_UP_CONVOLUTION, ...MADE_UP_CONVOLUTION_SUMS },
  maxPool: MADE_UP_POOLING,
  flatten: MADE_UP_FLATTEN,
  dense: MADE_UP_DENSE,
};
export const MADE_UP_ENDS: Writers<null> = MADE_UP_OUTPUT;
export const MADE_UP_PREDICTIONS: Writers<null> = MADE_UP_NETWORK;
export const MADE_UP_TRAINING: Writers<null> = { ...MADE_UP_STEPS, ...MADE_UP_READINGS };
