import type { Term } from '@/lib/kinds/types';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { ok, type Result } from '@/lib/result';
import type { Cell } from '@/lib/tensor/tensor';
import { explain, strongest, type TracedExplanation } from './explain';

/** One value of the pipeline: its stage and its cell in that stage's output. */
export interface Step {
  readonly stage: string;
  readonly cell: Cell;
}

/**
 * The input that contributed most to a value: the winner of a pooling window, otherwise the input of the
 * largest product in magnitude, the first of equals. Null for a pixel of the image, and where a value depends
 * on padding alone.
 */
export function nextStep(explanation: TracedExplanation): Step | null {
  const { reads, terms, winner } = explanation;
  if (reads === null) return null;
  const real: Term[] = terms.filter((term) => !term.padded);
  const chosen =
    winner === undefined ? strongest({ ...explanation, terms: real }, 1)[0]?.term : terms[winner];
  return chosen ? { stage: reads, cell: chosen.source } : null;
}

/**
 * The path from a value down to a pixel, each time to the input that contributed most; it begins with `from`.
 * Fails as {@link explain} does.
 */
export function pathToPixels(
  pipeline: Pipeline,
  trace: Pick<Trace, 'stages'>,
  weights: WeightSet,
  from: Step,
): Result<readonly Step[]> {
  const path: Step[] = [];
  let step: Step | null = from;
  while (step) {
    const explained = explain(pipeline, trace, weights, step.stage, step.cell);
    if (!explained.ok) return explained;
    path.push(step);
    step = nextStep(explained.value);
  }
  return ok(path);
}
