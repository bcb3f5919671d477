import * as v from 'valibot';
import { layerSchema } from '@/lib/kinds/outside/schemas';
import { count } from '@/lib/kinds/parts/schema-parts';
import type { Architecture } from '@/lib/network/architecture';

/** The schema of an architecture in a file. The pipeline checks whether its layers fit together. */
export const architectureSchema: v.GenericSchema<unknown, Architecture> = v.object({
  name: v.string(),
  input: v.strictTuple([count, count, count]),
  layers: v.pipe(v.array(layerSchema), v.minLength(2)),
  classes: v.pipe(v.array(v.string()), v.minLength(2)),
});

/**
 * Whether two architectures describe the same network, whatever it is called: keys in the schema's order, without
 * additional ones.
 */
export function isSameArchitecture(one: Architecture, other: Architecture): boolean {
  const written = (architecture: Architecture) =>
    JSON.stringify({ ...v.parse(architectureSchema, architecture), name: '' });
  return written(one) === written(other);
}
