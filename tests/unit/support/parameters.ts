import type { Parameter, ParameterName, Weights } from '@/lib/kinds/types';

/** A parameter that a test relies on. @throws Error where it is missing. */
export function parameterOf(weights: Weights | undefined, name: ParameterName): Parameter {
  const parameter = weights?.[name];
  if (!parameter) throw new Error(`there is no ${name}`);
  return parameter;
}

/** The kernel of a layer that has one. */
export const kernelOf = (weights: Weights | undefined): Parameter => parameterOf(weights, 'kernel');
/** The bias of a layer that has one. */
export const biasOf = (weights: Weights | undefined): Parameter => parameterOf(weights, 'bias');
