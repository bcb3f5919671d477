import type { Writers } from '@/lib/questions/question';
import { MADE_UP_ACTIVATION } from '../activation/questions/made-up';
import { MADE_UP_AVERAGE_POOL } from '../average-pool/questions/made-up';
import { MADE_UP_BATCH_NORMALIZATION } from '../batch-normalization/questions/made-up';
import { MADE_UP_CONVOLUTION } from '../conv2d/questions/made-up';
import { MADE_UP_CONVOLUTION_SUMS } from '../conv2d/questions/made-up-sums';
import { MADE_UP_DENSE } from '../dense/questions/made-up';
import { MADE_UP_OUTPUT } from '../dense/questions/made-up-output';
import { MADE_UP_DROPOUT } from '../dropout/questions/made-up';
import { MADE_UP_FLATTEN } from '../flatten/questions/made-up';
import { MADE_UP_GLOBAL_AVERAGE_POOL } from '../global-average-pool/questions/made-up';
import { MADE_UP_INPUT } from '../input/questions/made-up';
import { MADE_UP_POOLING } from '../max-pool/questions/made-up';
import { MADE_UP_NORMALIZE } from '../normalize/questions/made-up';
import type { LayerKind } from '../types';
import { MADE_UP_ZERO_PADDING } from '../zero-padding/questions/made-up';

/** Questions about made-up layers, independent of the current network. */
export const MADE_UP_LAYERS: Readonly<Record<LayerKind, Writers<null>>> = {
  input: MADE_UP_INPUT,
  normalize: MADE_UP_NORMALIZE,
  conv2d: { ...MADE_UP_CONVOLUTION, ...MADE_UP_CONVOLUTION_SUMS },
  maxPool: MADE_UP_POOLING,
  averagePool: MADE_UP_AVERAGE_POOL,
  globalAveragePool: MADE_UP_GLOBAL_AVERAGE_POOL,
  activation: MADE_UP_ACTIVATION,
  batchNormalization: MADE_UP_BATCH_NORMALIZATION,
  dropout: MADE_UP_DROPOUT,
  zeroPadding: MADE_UP_ZERO_PADDING,
  flatten: MADE_UP_FLATTEN,
  dense: MADE_UP_DENSE,
};

/** Questions about a made-up last layer, whose units are the classes. */
export const MADE_UP_ENDS: Writers<null> = MADE_UP_OUTPUT;
