import { problemOf } from '@/lib/kinds/outside/problems';
import { rulesOf } from '@/lib/kinds/registry';
import type { Shape } from '@/lib/tensor/tensor';
import type { Architecture } from '../architecture';

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
