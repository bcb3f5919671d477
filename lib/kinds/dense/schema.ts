import * as v from 'valibot';
import { count, id } from '../parts/schema-parts';

/** The schema of this layer in a file. */
export const schema = v.object({
  id,
  kind: v.literal('dense'),
  units: count,
  activation: v.picklist(['linear', 'relu', 'softmax']),
  bias: v.optional(v.boolean()),
});
