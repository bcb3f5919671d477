import {
  type ByParameter,
  type Layer,
  PARAMETERS,
  type Parameter,
  type ParameterName,
  type Weights,
} from '../types';

/**
 * A parameter of a layer that can't do without.
 * @throws Error when it is not there: whoever asks has to bring it.
 */
export function needed(layer: Layer, weights: Weights | null, name: ParameterName): Parameter {
  const parameter = weights?.[name];
  if (!parameter) throw new Error(`the layer ${layer.id} was asked without its ${name}`);
  return parameter;
}

/** What there is for each parameter, in the order in which parameters are listed. */
export const entriesOf = <T>(by: ByParameter<T>): readonly (readonly [name: ParameterName, one: T])[] =>
  PARAMETERS.flatMap((name) => {
    const one = by[name];
    return one === undefined ? [] : [[name, one] as const];
  });

/** How many numbers a tensor of this shape has. */
export const numbersIn = (shape: readonly number[]): number => shape.reduce((all, n) => all * n, 1);

/** How many numbers the parameters of a layer have together. */
export const countOf = (parameters: ByParameter<{ readonly shape: readonly number[] }> | null): number =>
  entriesOf(parameters ?? {}).reduce((sum, [, { shape }]) => sum + numbersIn(shape), 0);
