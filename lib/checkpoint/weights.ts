import * as v from 'valibot';
import type { Weights } from '@/lib/kinds/types';
import { checkWeights } from '@/lib/network/check-weights';
import type { Pipeline } from '@/lib/network/pipeline';
import type { NetworkState } from '@/lib/network/run';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/checkpoint';
import { readSafetensors, type StoredTensor, type StoredType, writeSafetensors } from './safetensors';

/** How far weights have been trained. */
export type Trained = Pick<NetworkState, 'seed' | 'epoch' | 'step'>;

export interface Checkpoint {
  readonly weights: WeightSet;
  /** Null where the file does not say: it was made elsewhere. */
  readonly trained: Trained | null;
}

/** Writes weights as a safetensors file: tensors named `<stage>/kernel` and `<stage>/bias`, how far trained in its notes. */
export function writeWeights(set: WeightSet, type: StoredType, trained?: Trained): Uint8Array<ArrayBuffer> {
  const tensors = Object.entries(set).flatMap(([id, { kernel, bias }]): [string, StoredTensor][] => [
    [`${id}/kernel`, kernel],
    [`${id}/bias`, bias],
  ]);
  const notes = trained
    ? { seed: `${trained.seed}`, epoch: `${trained.epoch}`, step: `${trained.step}` }
    : undefined;
  return writeSafetensors(tensors, type, notes);
}

const written = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));
const trainedSchema = v.object({ seed: written, epoch: written, step: written });

/** Reads weights for a pipeline from a safetensors file: of all its layers or of some, each whole, fitting, and finite. */
export function readWeights(bytes: Uint8Array, pipeline: Pipeline): Result<Checkpoint> {
  const file = readSafetensors(bytes);
  if (!file.ok) return file;
  const set: Record<string, Partial<Weights>> = {};
  for (const [name, tensor] of file.value.tensors) {
    const [, id, part] = /^(.+)\/(kernel|bias)$/.exec(name) ?? [];
    const { shape, values } = tensor;
    if (!id || !(values instanceof Float32Array)) return fail(words.somethingElse(), name);
    set[id] = { ...set[id], [part]: { shape, values } };
  }
  const weights = assemble(set, pipeline);
  if (!weights.ok) return weights;
  const trained = v.safeParse(trainedSchema, file.value.notes);
  return ok({ weights: weights.value, trained: trained.success ? trained.output : null });
}

function assemble(found: Record<string, Partial<Weights>>, pipeline: Pipeline): Result<WeightSet> {
  const set: Record<string, Weights> = {};
  for (const [id, { kernel, bias }] of Object.entries(found)) {
    if (!kernel || !bias)
      return fail(words.partOnly({ id: id.slice(0, 40), part: kernel ? 'kernel' : 'bias' }));
    set[id] = { kernel, bias };
  }
  if (Object.keys(set).length === 0) return fail(words.noWeights());
  const checked = checkWeights(pipeline, set);
  return checked.ok ? ok(set) : checked;
}
