/**
 * Keras's older format, one HDF5 file: its layers as JSON in the attribute `model_config`, its weights in the group
 * `model_weights`, a group for each layer.
 */

import { baseName } from '@/lib/data/archives/paths';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/interchange';
import type { OpenedNetwork, SourceFile } from '../opened';
import { bytesOf, LARGEST_JSON, parseJson } from '../source';
import { openedNetwork } from '../whole';
import { Hdf5 } from './hdf5/file';
import { spotOf } from './layer';
import { readModel } from './model';
import { type Holder, translate } from './translate';
import { gatherWeights, type LayerTensors, type ListedTensor, roleOf, weightsOnly } from './weights';

const WEIGHTS = 'model_weights';

/** Opens what `model.save('model.h5')` wrote. */
export async function readH5(source: SourceFile): Promise<Result<OpenedNetwork>> {
  const file = baseName(source.name);
  const bytes = await bytesOf(source);
  if (!bytes.ok) return bytes;
  const opened = Hdf5.open(bytes.value, file);
  if (!opened.ok) return opened;
  const hdf5 = opened.value;
  const config = hdf5.text('', 'model_config');
  if (config === null) return weightsOnly(file, hdf5.tensors());
  if (config.length > LARGEST_JSON) return fail(words.badLayers({ file }), `${config.length} characters`);
  const json = parseJson(config, file);
  if (!json.ok) return json;
  const version = hdf5.text('', 'keras_version');
  if (version?.startsWith('1.')) return fail(words.keras1({ file }));
  const described = readModel(json.value, file);
  if (!described.ok) return described;
  const translated = translate(described.value);
  if (!translated.ok) return translated;
  const weights = gatherWeights(translated.value.holders, (holder) => tensorsOf(holder, hdf5));
  if (!weights.ok) return weights;
  const { pipeline, addsSoftmax, leavesOut } = translated.value;
  return openedNetwork(
    { format: 'keras-h5', pipeline, weights: weights.value, addsSoftmax, leavesOut, namesClasses: false },
    file,
  );
}

/** The tensors that the layer's group lists, by the last part of their names. */
function tensorsOf({ source }: Holder, hdf5: Hdf5): Result<LayerTensors> {
  const group = `${WEIGHTS}/${source.name}`;
  const tensors = new Map<string, ListedTensor>();
  for (const name of hdf5.texts(group, 'weight_names') ?? []) {
    const tensor = hdf5.tensor(`${group}/${name}`);
    if (!tensor) return fail(words.lacks({ ...spotOf(source), name: name.slice(0, 80) }));
    const role = roleOf(name);
    if (tensors.has(role)) return fail(words.doubledKey({ file: source.file, name: name.slice(0, 80) }));
    tensors.set(role, tensor);
  }
  return ok(tensors);
}
