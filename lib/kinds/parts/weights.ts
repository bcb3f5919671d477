import {
  type ByParameter,
  type Layer,
  PARAMETERS,
  type Parameter,
  type ParameterName,
  type ParameterSpec,
  type Weights,
} from '../types';

/**
 * A required parameter of a layer.
 * @throws Error when it is missing: the caller has to supply it.
 */
export function needed(layer: Layer, weights: Weights | null, name: ParameterName): Parameter {
  const parameter = weights?.[name];
  if (!parameter) throw new Error(`the layer ${layer.id} was asked without its ${name}`);
  return parameter;
}

/** The entries that exist, in the order of the parameters. */
export const entriesOf = <T>(by: ByParameter<T>): readonly (readonly [name: ParameterName, one: T])[] =>
  PARAMETERS.flatMap((name) => {
    const one = by[name];
    return one === undefined ? [] : [[name, one] as const];
  });

/** How many numbers a tensor of this shape has. */
export const numbersIn = (shape: readonly number[]): number => shape.reduce((all, n) => all * n, 1);

/** How many numbers a layer's parameters have together. */
export const countOf = (parameters: ByParameter<{ readonly shape: readonly number[] }> | null): number =>
  entriesOf(parameters ?? {}).reduce((sum, [, { shape }]) => sum + numbersIn(shape), 0);

/** Whether a layer adds biases to its sums, as a choice of words. */
export const biased = ({ weights }: { readonly weights: ByParameter<ParameterSpec> | null }): 'yes' | 'no' =>
  weights?.bias ? 'yes' : 'no';
