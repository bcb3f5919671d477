import * as v from 'valibot';
import { count, id, padding, sides } from '../parts/schema-parts';

/** Such a layer as it stands in a file. */
export const schema = v.object({ id, kind: v.literal('maxPool'), size: sides, stride: count, padding });
