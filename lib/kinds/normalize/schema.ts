import * as v from 'valibot';
import { id } from '../parts/schema-parts';

/** More channels than any image has. */
const MOST_CHANNELS = 64;

const numbers = v.pipe(v.array(v.number()), v.minLength(1), v.maxLength(MOST_CHANNELS));

/** The schema of this layer in a file. */
export const schema = v.object({
  id,
  kind: v.literal('normalize'),
  divisor: v.pipe(v.number(), v.minValue(1)),
  means: v.optional(numbers),
  deviations: v.optional(numbers),
});
