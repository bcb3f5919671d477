import * as v from 'valibot';
import { id, share } from '../parts/schema-parts';

/** Such a layer as it stands in a file. */
export const schema = v.object({ id, kind: v.literal('dropout'), share });
