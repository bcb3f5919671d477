import { dequantise, quantise } from '@/lib/checkpoint/quantise';
import type { StoredTensor } from '@/lib/checkpoint/safetensors';
import type { Weights } from '@/lib/kinds/types';
import { checkWeights } from '@/lib/network/check-weights';
import type { Pipeline } from '@/lib/network/pipeline';
import type { WeightSet } from '@/lib/network/weights';
import { fail, type Result } from '@/lib/result';
import words from '@/words/run-file';

/*
 * The weights of one epoch of a recorded run, as tensors of a file: `<prefix><stage>/kernel` and `<stage>/bias`, F32.
 * Kernels with very many values, the dense layers', are kept in one byte a value, with `<stage>/kernel-scales` beside
 * them: no weight is further off than 1/254 of the largest of its unit. That is for looking back; a run goes on from
 * exact weights, which are kept apart.
 */
const MANY = 100_000;

export type NamedTensor = readonly [name: string, tensor: StoredTensor];

/** Whether a kernel of this shape is kept in one byte a value. */
export const isLarge = (shape: readonly number[]): boolean => shape.reduce((all, n) => all * n, 1) >= MANY;

/** Weights as tensors of a file. */
export function packWeights(set: WeightSet, prefix = ''): NamedTensor[] {
  return Object.entries(set).flatMap(([id, { kernel, bias }]) => [
    ...packKernel(`${prefix}${id}/kernel`, kernel),
    [`${prefix}${id}/bias`, bias] satisfies NamedTensor,
  ]);
}

function packKernel(name: string, { shape, values }: Weights['kernel']): NamedTensor[] {
  if (!isLarge(shape)) return [[name, { shape, values }]];
  const { codes, scales } = quantise(values, shape[shape.length - 1] ?? 1);
  return [
    [name, { shape, values: codes }],
    [`${name}-scales`, { shape: [scales.length], values: scales }],
  ];
}

/** Weights from the tensors of one or several files. All of the pipeline's have to be there, and fit it. */
export function unpackWeights(
  tensors: ReadonlyMap<string, StoredTensor>,
  pipeline: Pipeline,
  prefix = '',
): Result<WeightSet> {
  const set: Record<string, Weights> = {};
  for (const { id, weights } of pipeline.stages) {
    if (!weights) continue;
    const kernel = unpackKernel(tensors, `${prefix}${id}/kernel`);
    const bias = tensors.get(`${prefix}${id}/bias`);
    if (!kernel || !(bias?.values instanceof Float32Array))
      return fail(words.epochWeights(), `${prefix}${id}`);
    set[id] = { kernel, bias: { shape: bias.shape, values: bias.values } };
  }
  return checkWeights(pipeline, set);
}

const KERNEL = '/kernel';

/** The weights below `prefix` that are kept as they were, copied so that they can be given away: all but the large kernels' layers. */
export function exactWeights(tensors: ReadonlyMap<string, StoredTensor>, prefix = ''): WeightSet {
  const set: Record<string, Weights> = {};
  for (const name of tensors.keys()) {
    if (!name.startsWith(prefix) || !name.endsWith(KERNEL)) continue;
    const path = name.slice(0, -KERNEL.length);
    const kernel = exact(tensors, name);
    const bias = exact(tensors, `${path}/bias`);
    if (kernel && bias) set[path.slice(prefix.length)] = { kernel, bias };
  }
  return set;
}

function exact(tensors: ReadonlyMap<string, StoredTensor>, name: string): Weights['kernel'] | null {
  const stored = tensors.get(name);
  return stored?.values instanceof Float32Array
    ? { shape: stored.shape, values: stored.values.slice() }
    : null;
}

function unpackKernel(tensors: ReadonlyMap<string, StoredTensor>, name: string): Weights['kernel'] | null {
  const stored = tensors.get(name);
  if (!stored) return null;
  const { shape, values } = stored;
  if (values instanceof Float32Array) return { shape, values };
  const scales = tensors.get(`${name}-scales`)?.values;
  if (!(values instanceof Int8Array) || !(scales instanceof Float32Array)) return null;
  return scales.length === shape[shape.length - 1]
    ? { shape, values: dequantise({ codes: values, scales }) }
    : null;
}
