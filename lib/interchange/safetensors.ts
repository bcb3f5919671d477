/**
 * Networks as safetensors files with their architecture among the notes, or in a JSON file beside them, as this site describes
 * it: tensors named `<stage>/<parameter>`.
 */
import * as v from 'valibot';
import { doubledKey } from '@/lib/checkpoint/doubled-keys';
import { readSafetensors } from '@/lib/checkpoint/safetensors';
import { baseName } from '@/lib/data/archives/paths';
import type { Parameter } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import { gatherParameters, parameterNamed } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import { architectureSchema } from '@/lib/run/architecture-schema';
import words from '@/words/interchange';
import { weightsOnly } from './keras/weights';
import type { OpenedNetwork, SourceFile } from './opened';
import { bytesOf, jsonOf, LARGEST_JSON, parseJson } from './source';
import { checkedPipeline, openedNetwork } from './whole';

const besideSchema = v.object({ architecture: architectureSchema });

/** Opens a network that was saved here. `files`: those that were chosen with it. Of a file of weights alone it says so. */
export async function readNetworkSafetensors(
  source: SourceFile,
  files: readonly SourceFile[] = [],
): Promise<Result<OpenedNetwork>> {
  const file = baseName(source.name);
  const bytes = await bytesOf(source);
  if (!bytes.ok) return bytes;
  const stored = readSafetensors(bytes.value, LARGEST_JSON);
  if (!stored.ok)
    return fail(words.impossible({ file, problem: stored.problem.sentence }), stored.problem.detail);
  const { tensors, notes } = stored.value;
  const described =
    notes.architecture === undefined
      ? ok(await architectureBeside(files))
      : readNote(notes.architecture, file);
  if (!described.ok) return described;
  if (!described.value)
    return weightsOnly(
      file,
      Array.from(tensors, ([name, { shape }]) => ({ name, shape })),
    );
  const pipeline = checkedPipeline(described.value, file);
  if (!pipeline.ok) return pipeline;
  const named = namedParameters(tensors, file);
  if (!named.ok) return named;
  const weights = gatherParameters(named.value);
  return openedNetwork(
    { format: 'safetensors', pipeline: pipeline.value, weights, addsSoftmax: false, namesClasses: true },
    file,
  );
}

/** The architecture in a file's notes. */
function readNote(text: string, file: string): Result<Architecture> {
  const json = parseJson(text, file);
  if (!json.ok) return json;
  const twice = doubledKey(text);
  if (twice !== null) return fail(words.doubledKey({ file, name: twice.slice(0, 80) }));
  const read = v.safeParse(architectureSchema, json.value);
  return read.success ? ok(read.output) : fail(words.badArchitecture({ file }), v.summarize(read.issues));
}

/** The architecture in one of the other files, alone or under its name; null where none has one. */
async function architectureBeside(files: readonly SourceFile[]): Promise<Architecture | null> {
  for (const one of files.filter(({ name }) => /\.json$/i.test(name))) {
    const json = await jsonOf(one);
    const read = json.ok ? v.safeParse(v.union([architectureSchema, besideSchema]), json.value) : null;
    if (read?.success) return 'architecture' in read.output ? read.output.architecture : read.output;
  }
  return null;
}

function namedParameters(
  tensors: ReadonlyMap<string, { readonly shape: readonly number[]; readonly values: unknown }>,
  file: string,
): Result<readonly (readonly [string, Parameter])[]> {
  const named: (readonly [string, Parameter])[] = [];
  for (const [name, { shape, values }] of tensors) {
    const shown = name.slice(0, 80);
    if (!parameterNamed(name)) return fail(words.orphan({ file, name: shown }));
    if (!(values instanceof Float32Array))
      return fail(words.type({ file, name: shown, type: 'I8, U8', supported: 'F32, F16' }));
    named.push([name, { shape, values }]);
  }
  return ok(named);
}
