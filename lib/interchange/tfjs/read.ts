/** TensorFlow.js LayersModels: `model.json`, which describes layers and weights, and the files with the weights. */
import * as v from 'valibot';
import { baseName } from '@/lib/data/archives/paths';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/interchange';
import type { KerasLayer } from '../keras/layer';
import { readModel } from '../keras/model';
import { type Holder, translate } from '../keras/translate';
import { gatherWeights, type LayerTensors, type ListedTensor, roleOf, weightsOnly } from '../keras/weights';
import type { OpenedNetwork, SourceFile } from '../opened';
import { jsonOf } from '../source';
import { openedNetwork } from '../whole';
import { readManifest } from './manifest';
import { fileSchema, graphSchema } from './topology';

/** Opens a LayersModel: `model` is its description, `files` are those that were chosen with it. */
export async function readTfjs(
  model: SourceFile,
  files: readonly SourceFile[],
): Promise<Result<OpenedNetwork>> {
  const file = baseName(model.name);
  const json = await jsonOf(model);
  if (!json.ok) return json;
  const read = v.safeParse(fileSchema, json.value);
  if (!read.success) return fail(words.badLayers({ file }), v.summarize(read.issues));
  const { format, modelTopology: topology, weightsManifest: manifest } = read.output;
  if (format === 'graph-model' || v.is(graphSchema, topology)) return fail(words.graphModel({ file }));
  if (topology == null) {
    const tensors = await readManifest(manifest, model, files);
    return tensors.ok ? weightsOnly(file, tensors.value) : tensors;
  }
  const described = readModel(topology, file);
  if (!described.ok) return described;
  const translated = translate(described.value);
  if (!translated.ok) return translated;
  const tensors = await readManifest(manifest ?? [], model, files);
  if (!tensors.ok) return tensors;
  const owned = byOwner(tensors.value, described.value.listed, file);
  if (!owned.ok) return owned;
  const tensorsOf = ({ source }: Holder) => ok(owned.value.get(source) ?? new Map());
  const weights = gatherWeights(translated.value.holders, tensorsOf);
  if (!weights.ok) return weights;
  const { pipeline, addsSoftmax, leavesOut } = translated.value;
  return openedNetwork(
    { format: 'tfjs', pipeline, weights: weights.value, addsSoftmax, leavesOut, namesClasses: false },
    file,
  );
}

/**
 * Whose a tensor is: the layer's whose name stands before the last part of its own. A scope may stand before that, as in
 * "sequential/conv/kernel".
 */
function ownerOf(name: string, layers: readonly KerasLayer[]): KerasLayer | undefined {
  const owner = name.slice(0, Math.max(name.lastIndexOf('/'), 0));
  const exact = layers.find((layer) => layer.name === owner);
  if (exact) return exact;
  const scoped = layers.filter((layer) => owner.endsWith(`/${layer.name}`));
  return scoped.sort((one, other) => other.name.length - one.name.length).at(0);
}

function byOwner(
  tensors: readonly ListedTensor[],
  layers: readonly KerasLayer[],
  file: string,
): Result<ReadonlyMap<KerasLayer, LayerTensors>> {
  const owned = new Map<KerasLayer, Map<string, ListedTensor>>();
  for (const tensor of tensors) {
    const name = tensor.name.slice(0, 80);
    const owner = ownerOf(tensor.name, layers);
    if (!owner) return fail(words.orphan({ file, name }));
    const own = owned.get(owner) ?? new Map<string, ListedTensor>();
    owned.set(owner, own);
    const role = roleOf(tensor.name);
    if (own.has(role)) return fail(words.doubledKey({ file, name }));
    own.set(role, tensor);
  }
  return ok(owned);
}
