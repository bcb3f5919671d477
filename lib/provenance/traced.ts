/** Checks the engine's data against the pipeline before any arithmetic is done with it. */

import { entriesOf, numbersIn } from '@/lib/kinds/parts/weights';
import type { Parameter, Weights } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import type { StageTrace, Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import { size } from '@/lib/tensor/tensor';
import words from '@/words/provenance';

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((n, axis) => n === b[axis]);

const holds = (parameter: Parameter | undefined, wanted: readonly number[]): boolean =>
  parameter !== undefined && same(parameter.shape, wanted) && parameter.values.length === numbersIn(wanted);

/** A stage's output in this trace. Fails where it is missing or has a different shape. */
export function tracedAt(trace: Pick<Trace, 'stages'>, stage: Stage): Result<StageTrace> {
  const traced = trace.stages.find((candidate) => candidate.stage === stage.id);
  if (!traced) return fail(words.nothingYet({ title: stage.title }));
  const count = size(stage.output);
  const complete = traced.values.length === count && (traced.before?.length ?? count) === count;
  if (complete && same(traced.shape, stage.output)) return ok(traced);
  return fail(
    words.otherNetwork({ title: stage.title }),
    `[${traced.shape}] with ${traced.values.length} values instead of [${stage.output}]`,
  );
}

/**
 * The weights of a stage, or null where it has none. Fails where they are missing or have a different shape.
 */
export function weightsAt(weights: WeightSet, stage: Stage): Result<Weights | null> {
  if (!stage.weights) return ok(null);
  const own: Weights | undefined = weights[stage.id];
  if (!own) return fail(words.noWeights({ title: stage.title }));
  const wrong = entriesOf(stage.weights).find(([name, { shape }]) => !holds(own[name], shape));
  if (!wrong) return ok(own);
  const [name, { shape }] = wrong;
  return fail(words.misfit({ title: stage.title }), `${name} [${own[name]?.shape}] instead of [${shape}]`);
}
