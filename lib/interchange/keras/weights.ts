/** The weights of a Keras model, from wherever its file keeps them. */
import { formatShape } from '@/lib/format/format';
import { entriesOf } from '@/lib/kinds/parts/weights';
import type { Parameter, ParameterName, Weights } from '@/lib/kinds/types';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/interchange';
import { spotOf } from './layer';
import type { Holder } from './translate';

/** A tensor as a file lists it; its numbers are read only where its shape is the one that is needed. */
export interface ListedTensor {
  /** As the file calls it, for sentences. */
  readonly name: string;
  readonly shape: readonly number[];
  values(): Result<Float32Array>;
}

/** The tensors of one layer by what they are in Keras: "kernel", "moving_mean". */
export type LayerTensors = ReadonlyMap<string, ListedTensor>;

/** What Keras calls the parameters. */
export const KERAS_NAME: Readonly<Record<ParameterName, string>> = {
  kernel: 'kernel',
  bias: 'bias',
  gamma: 'gamma',
  beta: 'beta',
  movingMean: 'moving_mean',
  movingVariance: 'moving_variance',
};

/** The last part of a weight's name without the number that TensorFlow adds: "kernel" of "conv/kernel:0". */
export const roleOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1).replace(/:\d+$/, '');

const alike = (one: readonly number[], other: readonly number[]) =>
  one.length === other.length && one.every((n, axis) => n === other[axis]);

/** The weights of all layers; a missing, unknown or unfitting one is named. */
export function gatherWeights(
  holders: readonly Holder[],
  tensorsOf: (holder: Holder) => Result<LayerTensors>,
): Result<WeightSet> {
  const set: Record<string, Weights> = {};
  for (const holder of holders) {
    const tensors = tensorsOf(holder);
    if (!tensors.ok) return tensors;
    const weights = layerWeights(holder, tensors.value);
    if (!weights.ok) return weights;
    set[holder.id] = { ...weights.value, ...holder.filled };
  }
  return ok(set);
}

function layerWeights({ source, needed }: Holder, tensors: LayerTensors): Result<Weights> {
  const weights: Partial<Record<ParameterName, Parameter>> = {};
  const left = new Map(tensors);
  for (const [name, shape] of entriesOf(needed)) {
    const role = KERAS_NAME[name];
    const tensor = left.get(role);
    if (!tensor) return fail(words.lacks({ ...spotOf(source), name: role }));
    left.delete(role);
    if (!alike(tensor.shape, shape)) return misfit(source.file, tensor, shape);
    const values = tensor.values();
    if (!values.ok) return values;
    weights[name] = { shape, values: values.value };
  }
  const [other] = left.values();
  return other ? fail(words.extra({ ...spotOf(source), name: other.name.slice(0, 80) })) : ok(weights);
}

const misfit = (file: string, { name, shape }: ListedTensor, needed: readonly number[]) =>
  fail(
    words.weightSize({ file, name: name.slice(0, 80), shape: formatShape(needed) }),
    `it is ${formatShape(shape)}`,
  );

/** Tensors of a layer by their place, in the order in which Keras keeps them. */
export function byPlace({ needed, source }: Holder, tensors: readonly ListedTensor[]): Result<LayerTensors> {
  const roles = entriesOf(needed).map(([name]) => KERAS_NAME[name]);
  const missing = roles.at(tensors.length);
  if (tensors.length < roles.length) return fail(words.lacks({ ...spotOf(source), name: missing ?? '' }));
  return ok(new Map(tensors.map((tensor, at) => [roles[at] ?? tensor.name, tensor])));
}

const MOST_LISTED = 12;

/** Says of a file that it holds weights alone, and lists them with their shapes. */
export function weightsOnly(
  file: string,
  tensors: readonly Pick<ListedTensor, 'name' | 'shape'>[],
): { readonly ok: false; readonly problem: { readonly sentence: string } } {
  if (tensors.length === 0) return fail(words.noWeights({ file }));
  const shown = tensors
    .slice(0, MOST_LISTED)
    .map(({ name, shape }) => `${name.slice(0, 60)} (${formatShape(shape) || words.aNumber()})`);
  const more = tensors.length - shown.length;
  const list = [...shown, ...(more > 0 ? [words.andMore({ count: more })] : [])].join(', ');
  return fail(words.weightsOnly({ file, list }));
}
