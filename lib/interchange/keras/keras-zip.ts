/**
 * Keras 3's format, a zip archive: the layers in `config.json`, the weights in `model.weights.h5`, where each layer has a
 * group `layers/<name>/vars` with its weights by their place: "0", "1", ...
 */
import { fail, type Result } from '@/lib/result';
import words from '@/words/interchange';
import type { OpenedNetwork, SourceFile } from '../opened';
import { bytesOf, jsonOf } from '../source';
import { openedNetwork } from '../whole';
import { CONFIG, groupNames, WEIGHTS } from './entries';
import { Hdf5 } from './hdf5/file';
import { type KerasLayer, spotOf } from './layer';
import { readModel } from './model';
import { type Holder, translate } from './translate';
import { byPlace, gatherWeights, type LayerTensors, type ListedTensor } from './weights';

/** Keras 2.13 called the group by the list that layers stood in. */
const GROUPS = ['layers', '_layer_checkpoint_dependencies'];

/** Opens what `model.save('model.keras')` wrote; `files` are those of the archive, called `file`. */
export async function readKeras(files: readonly SourceFile[], file: string): Promise<Result<OpenedNetwork>> {
  const [config, weights] = [CONFIG, WEIGHTS].map((name) => files.find((one) => one.name === name));
  if (!config) return fail(words.zipLacks({ file, entry: CONFIG }));
  if (!weights) return fail(words.zipLacks({ file, entry: WEIGHTS }));
  const json = await jsonOf(config);
  if (!json.ok) return json;
  const described = readModel(json.value, file);
  if (!described.ok) return described;
  const translated = translate(described.value);
  if (!translated.ok) return translated;
  const bytes = await bytesOf(weights);
  if (!bytes.ok) return bytes;
  const hdf5 = Hdf5.open(bytes.value, `${file}/${WEIGHTS}`);
  if (!hdf5.ok) return hdf5;
  const groups = groupsOf(described.value.listed);
  const gathered = gatherWeights(translated.value.holders, (holder) => tensorsOf(holder, hdf5.value, groups));
  if (!gathered.ok) return gathered;
  const { pipeline, addsSoftmax, leavesOut } = translated.value;
  return openedNetwork(
    { format: 'keras', pipeline, weights: gathered.value, addsSoftmax, leavesOut, namesClasses: false },
    file,
  );
}

/** The group of each layer. */
function groupsOf(layers: readonly KerasLayer[]): ReadonlyMap<KerasLayer, string> {
  const names = groupNames(layers.map(({ className }) => className));
  return new Map(layers.map((layer, at) => [layer, names[at]]));
}

function tensorsOf(
  holder: Holder,
  hdf5: Hdf5,
  groups: ReadonlyMap<KerasLayer, string>,
): Result<LayerTensors> {
  const { source } = holder;
  const root = GROUPS.find((name) => hdf5.keys(name).length > 0) ?? GROUPS[0];
  const vars = `${root}/${groups.get(source)}/vars`;
  // Newer versions note whose weights they are.
  const owner = hdf5.text(vars, 'name');
  if (owner !== null && owner !== source.name)
    return fail(words.otherLayer({ ...spotOf(source), name: owner.slice(0, 80) }));
  const listed: ListedTensor[] = [];
  for (let place = 0; place < hdf5.keys(vars).length; place++) {
    const tensor = hdf5.tensor(`${vars}/${place}`);
    if (!tensor) return fail(words.lacks({ ...spotOf(source), name: `${vars}/${place}` }));
    listed.push(tensor);
  }
  return byPlace(holder, listed);
}
