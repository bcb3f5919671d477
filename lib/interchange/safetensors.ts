/**
 * Networks as safetensors files with their architecture among the notes, as this site describes it: tensors named
 * `<stage>/<parameter>`.
 */
import * as v from 'valibot';
import { doubledKey } from '@/lib/checkpoint/doubled-keys';
import { readSafetensors } from '@/lib/checkpoint/safetensors';
import { baseName } from '@/lib/data/archives/paths';
import type { Parameter } from '@/lib/kinds/types';
import { gatherParameters, parameterNamed } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import { architectureSchema } from '@/lib/run/architecture-schema';
import words from '@/words/interchange';
import { weightsOnly } from './keras/weights';
import type { OpenedNetwork, SourceFile } from './opened';
import { bytesOf, LARGEST_JSON, parseJson } from './source';
import { checkedPipeline, openedNetwork } from './whole';

/** Opens a network that was saved here. Of a file of weights alone it says so. */
export async function readNetworkSafetensors(source: SourceFile): Promise<Result<OpenedNetwork>> {
  const file = baseName(source.name);
  const bytes = await bytesOf(source);
  if (!bytes.ok) return bytes;
  const stored = readSafetensors(bytes.value, LARGEST_JSON);
  if (!stored.ok)
    return fail(words.impossible({ file, problem: stored.problem.sentence }), stored.problem.detail);
  const { tensors, notes } = stored.value;
  if (notes.architecture === undefined)
    return weightsOnly(
      file,
      Array.from(tensors, ([name, { shape }]) => ({ name, shape })),
    );
  const json = parseJson(notes.architecture, file);
  if (!json.ok) return json;
  const twice = doubledKey(notes.architecture);
  if (twice !== null) return fail(words.doubledKey({ file, name: twice.slice(0, 80) }));
  const read = v.safeParse(architectureSchema, json.value);
  if (!read.success) return fail(words.badArchitecture({ file }), v.summarize(read.issues));
  const pipeline = checkedPipeline(read.output, file);
  if (!pipeline.ok) return pipeline;
  const named = namedParameters(tensors, file);
  if (!named.ok) return named;
  const weights = gatherParameters(named.value);
  return openedNetwork(
    { format: 'safetensors', pipeline: pipeline.value, weights, addsSoftmax: false, namesClasses: true },
    file,
  );
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
