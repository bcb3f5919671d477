import type { Weights } from '@/lib/kinds/types';
import { fail, ok, type Result } from '@/lib/result';
import { allFinite } from '@/lib/tensor/finite';
import words from '@/words/check-weights';
import type { Pipeline } from './pipeline';
import type { WeightSet } from './weights';

const product = (numbers: readonly number[]) => numbers.reduce((all, n) => all * n, 1);
const written = (shape: readonly number[]) => shape.join(' × ');
const alike = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((n, axis) => n === b[axis]);

/** What is wrong with one kernel or bias, in a sentence; null when all is well. */
function partProblem(
  id: string,
  part: 'kernel' | 'bias',
  { shape, values }: Weights['kernel'],
  expected: readonly number[],
): string | null {
  if (!alike(shape, expected))
    return words.shape({ id, part, shape: written(shape) || words.aNumber(), expected: written(expected) });
  if (values.length !== product(expected))
    return words.count({ id, part, count: values.length, expected: product(expected) });
  if (!allFinite(values)) return words.notFinite({ id, part });
  return null;
}

/**
 * Whether weights fit a pipeline: stages it knows, right shapes, only finite numbers.
 * Not every stage has to be there: convolution weights come before the dense layers'.
 */
export function checkWeights(pipeline: Pipeline, set: WeightSet): Result<WeightSet> {
  for (const [id, weights] of Object.entries(set)) {
    const expected = pipeline.stages.find((stage) => stage.id === id)?.weights;
    if (!expected) return fail(words.noLayer({ id: id.slice(0, 40) }));
    const problem =
      partProblem(id, 'kernel', weights.kernel, expected.kernel) ??
      partProblem(id, 'bias', weights.bias, expected.bias);
    if (problem) return fail(problem);
  }
  return ok(set);
}
