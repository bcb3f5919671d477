/** A Keras model as its configuration describes it: layers in the order in which values flow through them. */
import * as v from 'valibot';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/interchange';
import { parseJson } from '../source';
import { chainOf } from './chain';
import type { KerasLayer } from './layer';

export interface KerasModel {
  readonly file: string;
  readonly name: string;
  /** In the order of the file, which is that of their weights. */
  readonly listed: readonly KerasLayer[];
  /** From the input to the output. */
  readonly chain: readonly KerasLayer[];
  /** The input's shape with the batch in front, as far as the model itself says it. */
  readonly inputShape: unknown;
}

const record = v.record(v.string(), v.unknown());
const modelSchema = v.looseObject({
  class_name: v.string(),
  config: v.union([v.array(v.unknown()), record]),
  keras_version: v.optional(v.unknown()),
});
const layersSchema = v.looseObject({
  name: v.optional(v.string()),
  layers: v.array(v.unknown()),
  input_layers: v.optional(v.unknown()),
  output_layers: v.optional(v.unknown()),
  build_input_shape: v.optional(v.unknown()),
});
const layerSchema = v.looseObject({
  class_name: v.string(),
  config: record,
  name: v.optional(v.string()),
  inbound_nodes: v.optional(v.unknown()),
  build_config: v.optional(v.nullable(record)),
});

/** What only Keras 1 called so. */
const FIRST_VERSION = ['nb_filter', 'border_mode', 'output_dim'];
const FUNCTIONAL = ['Functional', 'Model'];

const unwrapped = (topology: unknown): unknown => {
  if (!v.is(v.looseObject({ model_config: v.unknown() }), topology)) return topology;
  const { model_config: model, ...around } = topology;
  return v.is(record, model) ? { ...around, ...model } : model;
};

/** Reads what Keras and TensorFlow.js write about a model: sequential, or functional where that is a chain. */
export function readModel(topology: unknown, file: string): Result<KerasModel> {
  const inner = unwrapped(topology);
  if (typeof inner === 'string') {
    const parsed = parseJson(inner, file);
    return parsed.ok && typeof parsed.value !== 'string' ? readModel(parsed.value, file) : unreadable(file);
  }
  const model = v.safeParse(modelSchema, inner);
  if (!model.success) return unreadable(file, v.summarize(model.issues));
  const { class_name: kind, config, keras_version: version } = model.output;
  if (typeof version === 'string' && version.startsWith('1.')) return fail(words.keras1({ file }));
  const functional = FUNCTIONAL.includes(kind);
  if (!functional && kind !== 'Sequential') return fail(words.notChain({ file, kind: kind.slice(0, 60) }));
  // Until 2.2, Keras wrote a sequential model as the bare list of its layers.
  const inside = v.safeParse(layersSchema, Array.isArray(config) ? { layers: config } : config);
  if (!inside.success) return unreadable(file, v.summarize(inside.issues));
  const listed = readLayers(inside.output.layers, file);
  if (!listed.ok) return listed;
  if (listed.value.length === 0) return fail(words.noLayers({ file }));
  // Keras gives no two layers of a network the same name.
  const twice = firstDoubled(listed.value.map(({ name: own }) => own));
  if (twice !== undefined) return fail(words.doubledKey({ file, name: twice.slice(0, 80) }));
  const chain = functional ? chainOf(listed.value, inside.output, file) : listed;
  if (!chain.ok) return chain;
  const { name = 'model', build_input_shape: inputShape } = inside.output;
  return ok({ file, name, listed: listed.value, chain: chain.value, inputShape });
}

function firstDoubled(names: readonly string[]): string | undefined {
  const met = new Set<string>();
  return names.find((name) => met.size === met.add(name).size);
}

function readLayers(layers: readonly unknown[], file: string): Result<readonly KerasLayer[]> {
  const listed: KerasLayer[] = [];
  for (const [at, one] of layers.entries()) {
    const read = v.safeParse(layerSchema, one);
    if (!read.success) return unreadable(file, `${at + 1}: ${v.summarize(read.issues)}`);
    const { class_name: className, config, inbound_nodes: inbound, build_config: build } = read.output;
    if (FIRST_VERSION.some((key) => key in config)) return fail(words.keras1({ file }));
    const own = typeof config.name === 'string' ? config.name : read.output.name;
    listed.push({
      file,
      className,
      name: (own ?? `${at + 1}`).slice(0, 200),
      // Keras 3 says there what a first layer without an input layer was built for.
      config: { build_input_shape: build?.input_shape, ...config },
      place: at + 1,
      of: layers.length,
      inbound,
    });
  }
  return ok(listed);
}

const unreadable = (file: string, detail?: string) => fail(words.badLayers({ file }), detail);
