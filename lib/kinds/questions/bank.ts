import type { Stage } from '@/lib/network/pipeline';
import type { Writers } from '@/lib/questions/question';
import { ACTIVATION } from '../activation/questions/bank';
import { AVERAGE_POOL } from '../average-pool/questions/bank';
import { BATCH_NORMALIZATION } from '../batch-normalization/questions/bank';
import { CONV2D } from '../conv2d/questions/bank';
import { CONV2D_COST } from '../conv2d/questions/bank-cost';
import { CONV2D_FIELD } from '../conv2d/questions/bank-field';
import { CONV2D_SHARING } from '../conv2d/questions/bank-sharing';
import { DENSE, DENSE_PARAMETERS } from '../dense/questions/bank';
import { OUTPUT } from '../dense/questions/bank-output';
import { DROPOUT } from '../dropout/questions/bank';
import { FLATTEN } from '../flatten/questions/bank';
import { GLOBAL_AVERAGE_POOL } from '../global-average-pool/questions/bank';
import { INPUT } from '../input/questions/bank';
import { MAX_POOL } from '../max-pool/questions/bank';
import { MAX_POOL_WINDOW } from '../max-pool/questions/bank-window';
import { NORMALIZE } from '../normalize/questions/bank';
import type { LayerKind } from '../types';
import { ZERO_PADDING } from '../zero-padding/questions/bank';

/** The questions about a stage of each kind. */
export const ABOUT: Readonly<Record<LayerKind, Writers<Stage>>> = {
  input: INPUT,
  normalize: NORMALIZE,
  conv2d: { ...CONV2D, ...CONV2D_COST, ...CONV2D_FIELD, ...CONV2D_SHARING },
  maxPool: { ...MAX_POOL, ...MAX_POOL_WINDOW },
  averagePool: AVERAGE_POOL,
  globalAveragePool: GLOBAL_AVERAGE_POOL,
  activation: ACTIVATION,
  batchNormalization: BATCH_NORMALIZATION,
  dropout: DROPOUT,
  zeroPadding: ZERO_PADDING,
  flatten: FLATTEN,
  dense: { ...DENSE_PARAMETERS, ...DENSE },
};

/** The questions about the last stage, whose units are the classes. */
export const ABOUT_LAST: Writers<Stage> = { ...OUTPUT, ...DENSE_PARAMETERS };
