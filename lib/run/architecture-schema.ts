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
 * An architecture without its name as a text: the same for the same network, whether it was built just now or read from
 * somewhere, in whatever order its keys are.
 */
export function writtenUnnamed(architecture: Architecture): string {
  const { success, output } = v.safeParse(architectureSchema, architecture);
  return JSON.stringify({ ...(success ? output : architecture), name: '' });
}

/**
 * Whether two architectures describe the same network, whatever it is called.
 */
export const isSameArchitecture = (one: Architecture, other: Architecture): boolean =>
  writtenUnnamed(one) === writtenUnnamed(other);
