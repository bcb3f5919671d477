import * as v from 'valibot';
import { id } from '../parts/schema-parts';

/** The schema of this layer in a file. */
export const schema = v.object({
  id,
  kind: v.literal('activation'),
  activation: v.picklist(['linear', 'relu', 'leakyRelu', 'sigmoid', 'tanh', 'softmax']),
  slope: v.optional(v.pipe(v.number(), v.minValue(0))),
});
