/**
 * Networks as safetensors files with their architecture among the notes, or in a JSON file beside them, as this site describes
 * it: tensors named `<stage>/<parameter>`.
 */
import * as v from 'valibot';
import { doubledKey } from '@/lib/checkpoint/doubled-keys';
import { headerOf, valuesOf } from '@/lib/checkpoint/safetensors';
import type { Header, TensorPlace } from '@/lib/checkpoint/safetensors-header';
import { baseName } from '@/lib/data/archives/paths';
import type { Parameter } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import { gatherParameters, parameterNamed } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import { architectureSchema } from '@/lib/run/architecture-schema';
import words from '@/words/interchange';
import { weightsOnly } from './keras/weights';
import type { OpenedNetwork, SourceFile } from './opened';
import { bytesOf, jsonTextOf, LARGEST_JSON, parseJson } from './source';
import { checkedPipeline, openedNetwork } from './whole';

/** What is meant to describe a network, rightly or not; other programs write the name of a known one there. */
const meantSchema = v.union([
  v.object({ architecture: v.looseObject({}) }),
  v.object({ layers: v.array(v.unknown()) }),
]);

/** Opens a network that was saved here. `files`: those that were chosen with it. Of a file of weights alone it says so. */
export async function readNetworkSafetensors(
  source: SourceFile,
  files: readonly SourceFile[] = [],
): Promise<Result<OpenedNetwork>> {
  const file = baseName(source.name);
  const bytes = await bytesOf(source);
  if (!bytes.ok) return bytes;
  const header = headerOf(bytes.value, LARGEST_JSON);
  if (!header.ok)
    return fail(words.impossible({ file, problem: header.problem.sentence }), header.problem.detail);
  const { places, notes } = header.value;
  const about =
    notes.architecture === undefined ? await architectureBeside(files) : readNote(notes.architecture, file);
  if (!about.ok) return about;
  if (!about.value) return weightsOnly(file, places);
  const pipeline = checkedPipeline(about.value, file);
  if (!pipeline.ok) return pipeline;
  const named = namedParameters(bytes.value, header.value, file);
  if (!named.ok) return named;
  const weights = gatherParameters(named.value);
  const leavesOut = places.some(isCounter) ? [COUNTER] : [];
  return openedNetwork(
    {
      format: 'safetensors',
      pipeline: pipeline.value,
      weights,
      addsSoftmax: false,
      namesClasses: true,
      leavesOut,
    },
    file,
  );
}

/**
 * What PyTorch's batch normalization keeps beside its weights: how many batches it has met, for averaging in training. No
 * output depends on it.
 */
const COUNTER = 'num_batches_tracked';
const isCounter = ({ name, type }: TensorPlace): boolean =>
  /^[IU]\d/.test(type) && name.split(/[./]/).at(-1) === COUNTER;

/** The architecture in a file's notes. */
function readNote(text: string, file: string): Result<Architecture> {
  const json = parseJson(text, file);
  return json.ok ? described(json.value, text, file) : json;
}

/** An architecture as a value of JSON, none of whose keys stands twice in its text. */
function described(value: unknown, text: string, file: string): Result<Architecture> {
  const twice = doubledKey(text);
  if (twice !== null) return fail(words.doubledKey({ file, name: twice.slice(0, 80) }));
  const read = v.safeParse(architectureSchema, value);
  return read.success ? ok(read.output) : fail(words.badArchitecture({ file }), v.summarize(read.issues));
}

/**
 * The architecture in one of the other files, alone or under its name; null where none is meant to have one. Fails where
 * what is meant as one is none.
 */
async function architectureBeside(files: readonly SourceFile[]): Promise<Result<Architecture | null>> {
  let wrong: Result<null> = ok(null);
  for (const one of files.filter(({ name }) => /\.json$/i.test(name))) {
    const text = await jsonTextOf(one);
    const file = baseName(one.name);
    const json = text.ok ? parseJson(text.value, file) : text;
    if (!text.ok || !json.ok) continue;
    const meant = v.safeParse(meantSchema, json.value);
    if (!meant.success) continue;
    const found = described(
      'architecture' in meant.output ? meant.output.architecture : json.value,
      text.value,
      file,
    );
    if (found.ok) return found;
    if (wrong.ok) wrong = found;
  }
  return wrong;
}

/** What weights can be in the file, as sentences name it. */
const TYPES = 'F32, F16, BF16, F64';

function namedParameters(
  bytes: Uint8Array,
  header: Header,
  file: string,
): Result<readonly (readonly [string, Parameter])[]> {
  const named: (readonly [string, Parameter])[] = [];
  for (const place of header.places) {
    if (isCounter(place)) continue;
    const { name, type, shape } = place;
    const shown = name.slice(0, 80);
    if (!parameterNamed(name)) return fail(words.orphan({ file, name: shown }));
    const values = valuesOf(bytes, header, place);
    if (!(values instanceof Float32Array))
      return fail(words.type({ file, name: shown, type, supported: TYPES }));
    named.push([name, { shape, values }]);
  }
  return ok(named);
}
