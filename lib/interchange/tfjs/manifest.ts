/** The weights of a TensorFlow.js model: lists of tensors, whose numbers lie one after another in files ("shards"). */
import * as v from 'valibot';
import { baseName, staysBelow } from '@/lib/data/archives/paths';
import { formatBytes } from '@/lib/format/bytes';
import { formatCount } from '@/lib/format/format';
import { numbersIn } from '@/lib/kinds/parts/weights';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/interchange';
import type { ListedTensor } from '../keras/weights';
import type { SourceFile } from '../opened';
import { bytesOf, folderOf, LARGEST_FILE } from '../source';
import { bytesEach, numbersOf, TYPES, tensorSchema } from './numbers';

const groupSchema = v.looseObject({ paths: v.array(v.string()), weights: v.array(tensorSchema) });
const manifestSchema = v.array(groupSchema);
type Group = v.InferOutput<typeof groupSchema>;

/** All tensors of the manifest, in its order; what an optimizer kept is left out. */
export async function readManifest(
  manifest: unknown,
  model: SourceFile,
  files: readonly SourceFile[],
): Promise<Result<readonly ListedTensor[]>> {
  const file = baseName(model.name);
  const read = v.safeParse(manifestSchema, manifest);
  if (!read.success) return fail(words.badManifest({ file }), v.summarize(read.issues));
  const paths = read.output.flatMap((group) => group.paths);
  const met = new Set<string>();
  const twice = paths.find((path) => met.size === met.add(path).size);
  if (twice !== undefined) return fail(words.shardListedTwice({ file, shard: twice.slice(0, 120) }));
  const tensors: ListedTensor[] = [];
  for (const group of read.output) {
    const shards = shardsOf(group, model, files);
    if (!shards.ok) return shards;
    const listed = await readGroup(group, shards.value, file);
    if (!listed.ok) return listed;
    tensors.push(...listed.value);
  }
  return ok(tensors);
}

/** The files of a group, in its order: beside the model, or wherever they lie if there is only one of the name. */
function shardsOf(
  { paths }: Group,
  model: SourceFile,
  files: readonly SourceFile[],
): Result<readonly SourceFile[]> {
  const file = baseName(model.name);
  const found: SourceFile[] = [];
  for (const path of paths) {
    if (!staysBelow(path)) return fail(words.path({ file, path: path.slice(0, 120) }));
    const full = folderOf(model.name) + path.replace(/^(\.\/)+/, '');
    const there = files.filter(({ name }) => name === full);
    const alike = there.length > 0 ? there : files.filter(({ name }) => baseName(name) === baseName(path));
    const shard = path.slice(0, 120);
    if (alike.length > 1) return fail(words.shardTwice({ shard }));
    if (alike.length === 0) return fail(words.shardMissing({ file, shard }));
    found.push(alike[0]);
  }
  return ok(found);
}

async function readGroup(
  { weights, paths }: Group,
  shards: readonly SourceFile[],
  file: string,
): Promise<Result<readonly ListedTensor[]>> {
  const strange = weights.find((tensor) => bytesEach(tensor) === null);
  if (strange) {
    const type = strange.quantization?.dtype ?? strange.dtype;
    return fail(words.type({ file, name: strange.name.slice(0, 80), type, supported: TYPES }));
  }
  const lengths = weights.map((tensor) => numbersIn(tensor.shape) * (bytesEach(tensor) ?? 0));
  const expected = lengths.reduce((sum, n) => sum + n, 0);
  const size = shards.reduce((sum, shard) => sum + shard.size, 0);
  const shard = paths.at(-1)?.slice(0, 120) ?? '';
  // Told by the sizes, before anything is read.
  const cut = (there: number) =>
    fail(words.shardShort({ file, shard, size: formatCount(there), expected: formatCount(expected) }));
  if (size !== expected) return cut(size);
  if (size > LARGEST_FILE)
    return fail(words.tooLarge({ file, size: formatBytes(size), most: formatBytes(LARGEST_FILE) }));
  let data: Uint8Array | null = null;
  let at = 0;
  for (const one of shards) {
    const bytes = await bytesOf(one);
    if (!bytes.ok) return bytes;
    // One that is alone is not copied.
    if (shards.length === 1 && bytes.value.length === expected)
      return ok(listTensors(weights, lengths, bytes.value));
    data ??= new Uint8Array(expected);
    if (at + bytes.value.length > expected) return cut(at + bytes.value.length);
    data.set(bytes.value, at);
    at += bytes.value.length;
  }
  if (at !== expected) return cut(at);
  return ok(listTensors(weights, lengths, data ?? new Uint8Array()));
}

function listTensors(
  weights: Group['weights'],
  lengths: readonly number[],
  data: Uint8Array,
): readonly ListedTensor[] {
  const listed: ListedTensor[] = [];
  let start = 0;
  for (const [at, tensor] of weights.entries()) {
    const own = data.subarray(start, start + lengths[at]);
    start += lengths[at];
    if (tensor.group === 'optimizer') continue;
    listed.push({ name: tensor.name, shape: tensor.shape, values: () => ok(numbersOf(tensor, own)) });
  }
  return listed;
}
