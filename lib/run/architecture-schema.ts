import * as v from 'valibot';
import type { Architecture } from '@/lib/pipeline/architecture';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const padding = v.picklist(['valid', 'same']);

const layer = v.variant('kind', [
  v.object({ id, kind: v.literal('input') }),
  v.object({ id, kind: v.literal('normalize'), divisor: v.pipe(v.number(), v.minValue(1)) }),
  v.object({
    id,
    kind: v.literal('conv2d'),
    filters: count,
    kernel: count,
    stride: count,
    padding,
    activation: v.picklist(['linear', 'relu']),
  }),
  v.object({ id, kind: v.literal('maxPool'), size: count, stride: count, padding }),
  v.object({ id, kind: v.literal('flatten') }),
  v.object({
    id,
    kind: v.literal('dense'),
    units: count,
    activation: v.picklist(['linear', 'relu', 'softmax']),
  }),
]);

/** An architecture in a file. Whether its layers fit one another is the pipeline's to say. */
export const architectureSchema: v.GenericSchema<unknown, Architecture> = v.object({
  name: v.string(),
  input: v.tuple([count, count, count]),
  layers: v.pipe(v.array(layer), v.minLength(2)),
  classes: v.pipe(v.array(v.string()), v.minLength(2)),
});

/** Whether two architectures describe the same network: keys in the schema's order, nothing beside them. */
export const isSameArchitecture = (one: Architecture, other: Architecture): boolean =>
  JSON.stringify(v.parse(architectureSchema, one)) === JSON.stringify(v.parse(architectureSchema, other));
