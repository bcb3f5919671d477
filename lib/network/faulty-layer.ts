import { problemOf } from '@/lib/kinds/outside/problems';
import { countOf } from '@/lib/kinds/parts/weights';
import { rulesOf } from '@/lib/kinds/registry';
import type { Shape } from '@/lib/tensor/tensor';
import type { Architecture } from './architecture';
import { trainingBytes } from './memory';
import { endProblem } from './problems';

/**
 * The index of the layer that makes an architecture invalid: the one in the message of `buildPipeline`. If
 * the network takes too much memory, it is the layer that takes most. Null for an architecture without
 * layers, or with an invalid input.
 */
export function faultyLayer(architecture: Architecture): number | null {
  const { input, layers } = architecture;
  const first = layers.at(0);
  if (!first) return null;
  if (!rulesOf(first).isSource) return 0;
  let shape: Shape = input;
  let largest = { at: 0, bytes: 0 };
  for (const [at, layer] of layers.entries()) {
    const again = layers.findIndex(({ id }) => id === layer.id) < at;
    const rules = rulesOf(layer);
    if (again || (at > 0 && rules.isSource)) return at;
    if (problemOf(layer, shape)) return at;
    const parameters = countOf(rules.parameters(layer, shape));
    shape = rules.outputShape(layer, shape);
    const bytes = trainingBytes({ parameters, output: shape });
    if (bytes > largest.bytes) largest = { at, bytes };
  }
  return endProblem(architecture) ? layers.length - 1 : largest.at;
}
