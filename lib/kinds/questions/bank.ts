import type { Stage } from '@/lib/network/pipeline';
import type { Writers } from '@/lib/questions/question';
import { CONV2D } from '../conv2d/questions/bank';
import { CONV2D_COST } from '../conv2d/questions/bank-cost';
import { CONV2D_FIELD } from '../conv2d/questions/bank-field';
import { DENSE, DENSE_PARAMETERS } from '../dense/questions/bank';
import { OUTPUT } from '../dense/questions/bank-output';
import { FLATTEN } from '../flatten/questions/bank';
import { INPUT } from '../input/questions/bank';
import { MAX_POOL } from '../max-pool/questions/bank';
import { MAX_POOL_WINDOW } from '../max-pool/questions/bank-window';
import { NORMALIZE } from '../normalize/questions/bank';
import type { LayerKind } from '../types';

/** What can be asked about a stage of each kind. */
export const ABOUT: Readonly<Record<LayerKind, Writers<Stage>>> = {
  input: INPUT,
  normalize: NORMALIZE,
  conv2d: { ...CONV2D, ...CONV2D_COST, ...CONV2D_FIELD },
  maxPool: { ...MAX_POOL, ...MAX_POOL_WINDOW },
  flatten: FLATTEN,
  dense: { ...DENSE_PARAMETERS, ...DENSE },
};

/** The same for the last stage, whose units are the classes. */
export const ABOUT_LAST: Writers<Stage> = { ...OUTPUT, ...DENSE_PARAMETERS };
