/** The layers of a functional Keras model in a row, if they are one. */
import * as v from 'valibot';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/interchange';
import { type KerasLayer, spotOf } from './layer';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A layer's name, which call of it, and which of that call's outputs. */
const history = v.looseTuple([v.string(), count, count]);
const histories = v.array(history);
/** In Keras 3: a tensor among a call's arguments. */
const tensor = v.looseObject({
  class_name: v.literal('__keras_tensor__'),
  config: v.looseObject({ keras_history: history }),
});
const call = v.looseObject({ args: v.array(v.unknown()), kwargs: v.optional(v.unknown()) });

type History = v.InferOutput<typeof history>;

/** How deep tensors may lie in a call's arguments: lists in lists. */
const DEEPEST = 4;

function tensorsIn(value: unknown, depth = 0): readonly History[] {
  if (v.is(tensor, value)) return [value.config.keras_history];
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner) => tensorsIn(inner, depth + 1));
}

/** What one call of a layer takes: in Keras 2 a list of histories, in Keras 3 arguments with tensors among them. */
function sourcesOf(node: unknown): readonly History[] | null {
  if (v.is(histories, node)) return node;
  return v.is(call, node) ? [...tensorsIn(node.args), ...tensorsIn(node.kwargs)] : null;
}

/** The ends of a model: a list of histories, or, where there is one, that alone. */
function ends(value: unknown): readonly string[] | null {
  if (v.is(history, value)) return [value[0]];
  return v.is(histories, value) ? value.map(([name]) => name) : null;
}

/** From which layer each layer takes its one input. */
function sourcesByName(layers: readonly KerasLayer[]): Result<ReadonlyMap<string, string>> {
  const sources = new Map<string, string>();
  for (const layer of layers) {
    const nodes = layer.inbound ?? [];
    if (!Array.isArray(nodes)) return fail(words.badLayer(spotOf(layer)));
    if (nodes.length > 1) return fail(words.shared({ ...spotOf(layer), count: nodes.length }));
    if (nodes.length === 0) continue;
    const taken = sourcesOf(nodes[0]);
    if (!taken) return fail(words.badLayer(spotOf(layer)));
    if (taken.length > 1) return fail(words.joins({ ...spotOf(layer), count: taken.length }));
    if (taken.length === 1) sources.set(layer.name, taken[0][0]);
  }
  return ok(sources);
}

/**
 * The layers, each with a name of its own, from the input to the output. A layer that joins or feeds several others, is used twice or hangs loose is
 * named in the sentence.
 */
export function chainOf(
  layers: readonly KerasLayer[],
  model: { readonly input_layers?: unknown; readonly output_layers?: unknown },
  file: string,
): Result<readonly KerasLayer[]> {
  const [inputs, outputs] = [ends(model.input_layers), ends(model.output_layers)];
  if (!inputs || !outputs) return fail(words.badLayers({ file }));
  if (inputs.length !== 1) return fail(words.inputs({ file, count: inputs.length }));
  if (outputs.length !== 1) return fail(words.outputs({ file, count: outputs.length }));
  const byName = new Map(layers.map((layer) => [layer.name, layer]));
  const sources = sourcesByName(layers);
  if (!sources.ok) return sources;
  const chain: KerasLayer[] = [];
  // Each layer is taken out as it is met, so that a ring ends.
  const left = new Map(byName);
  for (let name: string | undefined = outputs[0]; name !== undefined; name = sources.value.get(name)) {
    const layer = left.get(name);
    if (!layer) return fail(words.badLayers({ file }), `no layer ${name}, or a ring`);
    left.delete(name);
    chain.unshift(layer);
  }
  const [other] = left.values();
  if (other) return fail(otherSentence(other, sources.value, byName));
  if (chain[0].name !== inputs[0]) return fail(words.loose(spotOf(chain[0])));
  return ok(chain);
}

/** Why a layer is not in the chain: it takes what a layer of the chain already hands on, or nothing does. */
function otherSentence(
  other: KerasLayer,
  sources: ReadonlyMap<string, string>,
  byName: ReadonlyMap<string, KerasLayer>,
): string {
  const source = byName.get(sources.get(other.name) ?? '');
  const fed = source && [...sources.values()].filter((name) => name === source.name).length > 1;
  return fed ? words.branches(spotOf(source)) : words.loose(spotOf(other));
}
