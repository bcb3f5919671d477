import * as v from 'valibot';
import { count } from '@/lib/kinds/parts/schema-parts';
import { layerSchema } from '@/lib/kinds/schemas';
import type { Architecture } from '@/lib/network/architecture';

/** An architecture in a file. Whether its layers fit one another is the pipeline's to say. */
export const architectureSchema: v.GenericSchema<unknown, Architecture> = v.object({
  name: v.string(),
  input: v.strictTuple([count, count, count]),
  layers: v.pipe(v.array(layerSchema), v.minLength(2)),
  classes: v.pipe(v.array(v.string()), v.minLength(2)),
});

/** Whether two architectures describe the same network: keys in the schema's order, nothing beside them. */
export const isSameArchitecture = (one: Architecture, other: Architecture): boolean =>
  JSON.stringify(v.parse(architectureSchema, one)) === JSON.stringify(v.parse(architectureSchema, other));
