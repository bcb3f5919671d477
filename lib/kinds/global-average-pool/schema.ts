import * as v from 'valibot';
import { id } from '../parts/schema-parts';

/** Such a layer as it stands in a file. */
export const schema = v.object({ id, kind: v.literal('globalAveragePool') });
