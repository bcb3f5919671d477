import { entriesOf, numbersIn } from '@/lib/kinds/parts/weights';
import type { Parameter, ParameterName } from '@/lib/kinds/types';
import { fail, ok, type Result } from '@/lib/result';
import { allFinite } from '@/lib/tensor/finite';
import words from '@/words/check-weights';
import type { Pipeline } from './pipeline';
import type { WeightSet } from './weights';

const written = (shape: readonly number[]) => shape.join(' × ');
const alike = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((n, axis) => n === b[axis]);

/** Why one parameter is invalid, as a sentence; null when it is valid. */
function partProblem(
  id: string,
  part: ParameterName,
  { shape, values }: Parameter,
  expected: readonly number[],
): string | null {
  if (!alike(shape, expected))
    return words.shape({ id, part, shape: written(shape) || words.aNumber(), expected: written(expected) });
  if (values.length !== numbersIn(expected))
    return words.count({ id, part, count: values.length, expected: numbersIn(expected) });
  if (!allFinite(values)) return words.notFinite({ id, part });
  return null;
}

/**
 * Checks that weights fit a pipeline: known stages, correct shapes, only finite numbers. Stages may be
 * missing: convolution weights arrive before those of the dense layers.
 */
export function checkWeights(pipeline: Pipeline, set: WeightSet): Result<WeightSet> {
  for (const [id, weights] of Object.entries(set)) {
    const expected = pipeline.stages.find((stage) => stage.id === id)?.weights;
    if (!expected) return fail(words.noLayer({ id: id.slice(0, 40) }));
    for (const [part, { shape }] of entriesOf(expected)) {
      const parameter = weights[part];
      const problem = parameter ? partProblem(id, part, parameter, shape) : words.lacks({ id, part });
      if (problem) return fail(problem);
    }
    const other = entriesOf(weights).find(([part]) => !expected[part]);
    if (other) return fail(words.unasked({ id, part: other[0] }));
  }
  return ok(set);
}
