import { problemOf } from '@/lib/kinds/outside/problems';
import { rulesOf } from '@/lib/kinds/registry';
import type { Layer } from '@/lib/kinds/types';
import { isMap, type Shape } from '@/lib/tensor/tensor';
import type { Architecture } from '../architecture';

/** The side of maps that are larger than any window. */
export const LARGE = 4096;

/** Whether all that keeps a layer from processing this input is that it has too few cells. */
export const isTooSmall = (layer: Layer, input: Shape): boolean =>
  isMap(input) && problemOf(layer, input) !== null && problemOf(layer, [LARGE, LARGE, input[2]]) === null;

/**
 * The input of each layer, from the first on, as far as there is one: up to and including the first layer that can't
 * process its own.
 */
export function inputsOf({ input, layers }: Architecture): readonly Shape[] {
  const inputs: Shape[] = [];
  let shape: Shape = input;
  for (const layer of layers) {
    inputs.push(shape);
    if (problemOf(layer, shape)) return inputs;
    shape = rulesOf(layer).outputShape(layer, shape);
  }
  return inputs;
}

/** How many layers, from the first on, can process their inputs. */
export function soundLayers(architecture: Architecture): number {
  const inputs = inputsOf(architecture);
  const last = architecture.layers[inputs.length - 1];
  return last && problemOf(last, inputs[inputs.length - 1]) ? inputs.length - 1 : inputs.length;
}
