import * as v from 'valibot';
import { id, share } from '../parts/schema-parts';

/** The schema of this layer in a file. */
export const schema = v.object({
  id,
  kind: v.literal('batchNormalization'),
  epsilon: v.pipe(v.number(), v.gtValue(0)),
  momentum: share,
});
