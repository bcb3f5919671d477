/** How the `model.json` of a TensorFlow.js model begins. */
import * as v from 'valibot';

export const fileSchema = v.looseObject({
  format: v.nullish(v.string()),
  modelTopology: v.optional(v.unknown()),
  weightsManifest: v.optional(v.unknown()),
});
/** A graph has nodes where a model has layers. */
export const graphSchema = v.looseObject({ node: v.array(v.unknown()) });

/** Whether JSON is the description of a TensorFlow.js model, of layers or not. */
export const isTfjs = (json: unknown): boolean =>
  v.is(v.looseObject({ modelTopology: v.unknown() }), json) ||
  v.is(v.looseObject({ weightsManifest: v.array(v.unknown()) }), json);
