import * as v from 'valibot';
import type { Parameter } from '@/lib/kinds/types';
import { checkWeights } from '@/lib/network/check-weights';
import type { Pipeline } from '@/lib/network/pipeline';
import type { NetworkState } from '@/lib/network/run';
import { gatherParameters, listParameters, parameterNamed, type WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/checkpoint';
import { readSafetensors, type StoredType, safetensorsInPieces, writeSafetensors } from './safetensors';

/** How far weights are trained. */
export type Trained = Pick<NetworkState, 'seed' | 'epoch' | 'step'>;

export interface Checkpoint {
  readonly weights: WeightSet;
  /** Null where the file does not say, because it was made elsewhere. */
  readonly trained: Trained | null;
}

/**
 * Writes weights as a safetensors file: tensors named `<stage>/<parameter>`, the training progress in its
 * metadata.
 */
export function writeWeights(set: WeightSet, type: StoredType, trained?: Trained): Uint8Array<ArrayBuffer> {
  const notes = trained
    ? { seed: `${trained.seed}`, epoch: `${trained.epoch}`, step: `${trained.step}` }
    : undefined;
  return writeSafetensors(listParameters(set), type, notes);
}

/** The bytes of the same file without any progress, in order: its beginning, then each parameter's own, uncopied. */
export const weightsInPieces = (set: WeightSet, type: StoredType): readonly Uint8Array[] =>
  safetensorsInPieces(listParameters(set), type);

const written = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));
const trainedSchema = v.object({ seed: written, epoch: written, step: written });

/** Weights for a pipeline, given by the names that they have in a file. */
export function weightsNamed(
  named: readonly (readonly [string, Parameter])[],
  pipeline: Pipeline,
): Result<WeightSet> {
  const other = named.find(([name]) => !parameterNamed(name));
  if (other) return fail(words.somethingElse(), other[0]);
  return named.length === 0 ? fail(words.noWeights()) : checkWeights(pipeline, gatherParameters(named));
}

/**
 * Reads weights for a pipeline from a safetensors file: of all its layers or of some, each complete, of the
 * right shape, and finite.
 */
export function readWeights(bytes: Uint8Array, pipeline: Pipeline): Result<Checkpoint> {
  const file = readSafetensors(bytes);
  if (!file.ok) return file;
  const named: (readonly [string, Parameter])[] = [];
  for (const [name, { shape, values }] of file.value.tensors) {
    if (!(values instanceof Float32Array)) return fail(words.somethingElse(), name);
    named.push([name, { shape, values }]);
  }
  const weights = weightsNamed(named, pipeline);
  if (!weights.ok) return weights;
  const trained = v.safeParse(trainedSchema, file.value.notes);
  return ok({ weights: weights.value, trained: trained.success ? trained.output : null });
}
