import { behindActivation } from '@/lib/kinds/parts/activation';
import { rulesOf } from '@/lib/kinds/registry';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { ok, type Result } from '@/lib/result';
import { channelsOf } from '@/lib/tensor/tensor';
import { tracedAt, weightsAt } from './traced';

/** How much something changes with each value of one stage, flat, in double precision. */
export interface StageGradient {
  readonly stage: Stage;
  /** With respect to what the stage answers. */
  readonly output: Float64Array;
  /** With respect to its sums, before the activation: the same where there is none, 0 behind a closed ReLU. */
  readonly before: Float64Array;
}

/**
 * The backward pass of one image, in this image's own switches: every ReLU open or closed, every pooling's winner as
 * it was on the way forward. `start` is the gradient to the sums of stage number `at`, before its activation. Answers the
 * stages from the image up to that one (Rumelhart, Hinton and Williams 1986).
 * Fails where the trace or the weights of a stage are missing, or do not fit.
 */
export function backward(
  pipeline: Pipeline,
  trace: Pick<Trace, 'stages'>,
  weights: WeightSet,
  { at, start }: { readonly at: number; readonly start: Float64Array },
): Result<readonly StageGradient[]> {
  const passed: StageGradient[] = [];
  let output = start;
  let before = start;
  for (let number = at; number >= 0; number--) {
    const stage = pipeline.stages[number];
    if (number < at) {
      const traced = tracedAt(trace, stage);
      if (!traced.ok) return traced;
      before = behindActivation(stage.layer, traced.value.values, output, channelsOf(stage.output));
    }
    passed.unshift({ stage, output, before });
    if (number === 0) break;
    const input = tracedAt(trace, pipeline.stages[number - 1]);
    const own = weightsAt(weights, stage);
    if (!input.ok) return input;
    if (!own.ok) return own;
    output = rulesOf(stage.layer).pullBack(stage.layer, input.value, own.value, before);
  }
  return ok(passed);
}

/** All zeros but one: the gradient of one value to its own stage. */
export function only(length: number, at: number): Float64Array {
  const start = new Float64Array(length);
  start[at] = 1;
  return start;
}
