import { problemOf } from '@/lib/kinds/outside/problems';
import { rulesOf } from '@/lib/kinds/registry';
import { fail, ok, type Result } from '@/lib/result';
import type { Shape } from '@/lib/tensor/tensor';
import type { Architecture } from './architecture';
import { memoryProblem } from './memory';
import { type Pipeline, pipelineOf } from './pipeline';
import { endProblem, orderProblem } from './problems';

/**
 * The pipeline of an architecture from outside. Fails, with one sentence naming the layer, if the architecture
 * is invalid or would take too much memory.
 */
export function buildPipeline(architecture: Architecture): Result<Pipeline> {
  const order = orderProblem(architecture);
  if (order) return fail(order);
  let shape: Shape = architecture.input;
  for (const layer of architecture.layers) {
    const wrong = problemOf(layer, shape);
    if (wrong) return fail(wrong);
    shape = rulesOf(layer).outputShape(layer, shape);
  }
  const pipeline = pipelineOf(architecture);
  const wrong = endProblem(architecture) ?? memoryProblem(pipeline.stages);
  return wrong ? fail(wrong) : ok(pipeline);
}
