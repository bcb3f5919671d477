import { entriesOf } from '@/lib/kinds/parts/weights';
import { PARAMETERS, type Parameter, type ParameterName, type Weights } from '@/lib/kinds/types';
import { inSharedMemory } from '@/lib/tensor/shared';

/** The parameters of the layers that have any, by stage id. */
export type WeightSet = Readonly<Record<string, Weights>>;

/**
 * Kernels of a recorded epoch that are stored exactly, by stage id: those of the convolutions and of small
 * dense layers.
 */
export type KernelSet = Readonly<Record<string, Parameter>>;

const isParameter = (name: string): name is ParameterName => (PARAMETERS as readonly string[]).includes(name);

/** All parameters of a network by their full names, `<prefix><stage>/<parameter>`: "conv1/kernel". */
export const listParameters = (
  set: WeightSet,
  prefix = '',
): readonly (readonly [name: string, Parameter])[] =>
  Object.entries(set).flatMap(([id, weights]) =>
    entriesOf(weights).map(([name, parameter]) => [`${prefix}${id}/${name}`, parameter] as const),
  );

/** The stage and the parameter of a full name; null where it is not a parameter below the prefix. */
export function parameterNamed(
  full: string,
  prefix = '',
): { readonly stage: string; readonly name: ParameterName } | null {
  const end = full.lastIndexOf('/');
  const name = full.slice(end + 1);
  if (!full.startsWith(prefix) || end <= prefix.length - 1 || !isParameter(name)) return null;
  return { stage: full.slice(prefix.length, end), name };
}

/** Parameters with their full names, by stage; others are left out. */
export function gatherParameters(
  named: Iterable<readonly [name: string, Parameter]>,
  prefix = '',
): Record<string, Weights> {
  const set: Record<string, Weights> = {};
  for (const [full, parameter] of named) {
    const found = parameterNamed(full, prefix);
    if (found) set[found.stage] = { ...set[found.stage], [found.name]: parameter };
  }
  return set;
}

/** The same weights in memory that the page and its workers share, where there is such memory. */
export const sharedWeights = (set: WeightSet): WeightSet =>
  gatherParameters(
    listParameters(set).map(([name, { shape, values }]) => [name, { shape, values: inSharedMemory(values) }]),
  );

/** The kernels of the stages that have one. */
export const kernelsOf = (set: WeightSet): KernelSet =>
  Object.fromEntries(
    Object.entries(set).flatMap(([id, { kernel }]) => (kernel ? [[id, kernel] as const] : [])),
  );
