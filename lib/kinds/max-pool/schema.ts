import * as v from 'valibot';
import { count, id, padding, sides } from '../parts/schema-parts';

/** The schema of this layer in a file. */
export const schema = v.object({ id, kind: v.literal('maxPool'), size: sides, stride: count, padding });
