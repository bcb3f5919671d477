/** What TensorFlow.js says of a network that is opened here: `reference.json` beside its files. */
import * as v from 'valibot';

const layerSchema = v.object({
  name: v.string(),
  shape: v.array(v.number()),
  params: v.number(),
  mean: v.number(),
  min: v.number(),
  max: v.number(),
  /** Places in the flat values, and the values there. */
  probes: v.array(v.tuple([v.number(), v.number()])),
});
const inputSchema = v.object({
  /** The numbers that go in, as they lie in memory. */
  file: v.string(),
  layers: v.array(layerSchema),
  /** What the last layer puts out. */
  y: v.array(v.number()),
});

export const referenceSchema = v.object({
  model: v.string(),
  params: v.number(),
  main: inputSchema,
  random42: inputSchema,
  predictions: v.array(
    v.object({ image: v.string(), predicted: v.number(), top3: v.array(v.tuple([v.number(), v.number()])) }),
  ),
});

export type ReferenceLayer = v.InferOutput<typeof layerSchema>;
export type ReferenceInput = v.InferOutput<typeof inputSchema>;
export type Reference = v.InferOutput<typeof referenceSchema>;
