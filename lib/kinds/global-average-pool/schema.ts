import * as v from 'valibot';
import { id } from '../parts/schema-parts';

/** The schema of this layer in a file. */
export const schema = v.object({ id, kind: v.literal('globalAveragePool') });
