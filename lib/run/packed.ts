import { dequantise, quantise } from '@/lib/checkpoint/quantise';
import type { StoredTensor } from '@/lib/checkpoint/safetensors';
import { entriesOf } from '@/lib/kinds/parts/weights';
import type { Parameter, ParameterName, Weights } from '@/lib/kinds/types';
import { checkWeights } from '@/lib/network/check-weights';
import type { Pipeline } from '@/lib/network/pipeline';
import { gatherParameters, listParameters, parameterNamed, type WeightSet } from '@/lib/network/weights';
import { fail, type Result } from '@/lib/result';
import words from '@/words/run-file';

/*
 * The weights of one epoch of a recorded run, as tensors of a file: `<prefix><stage>/<parameter>`, F32. Very
 * large kernels, those of the dense layers, are stored in one byte per value, with `<stage>/kernel-scales`
 * beside them: no weight is off by more than 1/254 of the largest of its unit. That is enough for looking at
 * an epoch; a run resumes from exact weights, which are stored separately.
 */
const MANY = 100_000;

export type NamedTensor = readonly [name: string, tensor: StoredTensor];

/** Whether a kernel of this shape is stored in one byte per value. */
const isLarge = (shape: readonly number[], many = MANY): boolean =>
  shape.reduce((all, n) => all * n, 1) >= many;

/** Weights as tensors of a file; those with `many` values and more in one byte each. */
export function packWeights(set: WeightSet, prefix = '', many = MANY): NamedTensor[] {
  return listParameters(set, prefix).flatMap(([name, parameter]) => pack(name, parameter, many));
}

function pack(name: string, { shape, values }: Parameter, many: number): NamedTensor[] {
  if (!isLarge(shape, many)) return [[name, { shape, values }]];
  const { codes, scales } = quantise(values, shape[shape.length - 1] ?? 1);
  return [
    [name, { shape, values: codes }],
    [`${name}-scales`, { shape: [scales.length], values: scales }],
  ];
}

/** Weights from the tensors of one or more files. All of the pipeline's have to exist and fit. */
export function unpackWeights(
  tensors: ReadonlyMap<string, StoredTensor>,
  pipeline: Pipeline,
  prefix = '',
): Result<WeightSet> {
  const set: Record<string, Weights> = {};
  for (const { id, weights } of pipeline.stages) {
    if (!weights) continue;
    const found: Partial<Record<ParameterName, Parameter>> = {};
    for (const [name] of entriesOf(weights)) {
      const parameter = unpack(tensors, `${prefix}${id}/${name}`);
      if (!parameter) return fail(words.epochWeights(), `${prefix}${id}/${name}`);
      found[name] = parameter;
    }
    set[id] = found;
  }
  return checkWeights(pipeline, set);
}

/**
 * The weights below `prefix` that are stored exactly, copied so that they can be transferred: all except
 * those of layers with large kernels.
 */
export function exactWeights(tensors: ReadonlyMap<string, StoredTensor>, prefix = ''): WeightSet {
  const exact: (readonly [string, Parameter])[] = [];
  const rounded = new Set<string>();
  for (const [name, { shape, values }] of tensors) {
    const stage = parameterNamed(name, prefix)?.stage;
    if (stage === undefined) continue;
    if (values instanceof Float32Array) exact.push([name, { shape, values }]);
    else rounded.add(stage);
  }
  const whole = exact.filter(([name]) => !rounded.has(parameterNamed(name, prefix)?.stage ?? ''));
  const gathered = gatherParameters(
    whole.map(([name, { shape, values }]) => [name, { shape, values: values.slice() }] as const),
    prefix,
  );
  // In files that are read early, large kernels are missing; then a bias without its kernel is left out.
  return Object.fromEntries(Object.entries(gathered).filter(([, { kernel, bias }]) => kernel || !bias));
}

function unpack(tensors: ReadonlyMap<string, StoredTensor>, name: string): Parameter | null {
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
