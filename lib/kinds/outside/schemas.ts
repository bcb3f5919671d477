import * as v from 'valibot';
import { schema as activation } from '../activation/schema';
import { schema as averagePool } from '../average-pool/schema';
import { schema as batchNormalization } from '../batch-normalization/schema';
import { schema as conv2d } from '../conv2d/schema';
import { schema as dense } from '../dense/schema';
import { schema as dropout } from '../dropout/schema';
import { schema as flatten } from '../flatten/schema';
import { schema as globalAveragePool } from '../global-average-pool/schema';
import { schema as input } from '../input/schema';
import { schema as maxPool } from '../max-pool/schema';
import { schema as normalize } from '../normalize/schema';
import type { LayerKind, LayerOf } from '../types';
import { schema as zeroPadding } from '../zero-padding/schema';

const SCHEMAS = {
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
} satisfies {
  readonly [K in LayerKind]: v.GenericSchema<unknown, LayerOf<K>>;
};

/** The schema of a layer of any kind in a file. */
export const layerSchema = v.variant('kind', Object.values(SCHEMAS));
