import { gradientOf } from '@/lib/kinds/gradients';
import { behindActivation } from '@/lib/kinds/parts/behind-activation';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { ok, type Result } from '@/lib/result';
import { channelsOf } from '@/lib/tensor/tensor';
import { tracedAt, weightsAt } from './traced';

/** The gradient with respect to the values of one stage, flat, in double precision. */
export interface StageGradient {
  readonly stage: Stage;
  /** With respect to the stage's output. */
  readonly output: Float64Array;
  /**
   * With respect to its sums, before the activation: the same where there is none, 0 where a ReLU is closed.
   */
  readonly before: Float64Array;
}

/**
 * The backward pass of one image, with every ReLU and every pooling's winner as in the forward pass. `start`
 * is the gradient with respect to the sums of stage number `at`, before its activation. Returns the stages
 * from the image up to that one (Rumelhart, Hinton and Williams 1986).
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
    output = gradientOf(stage.layer).pullBack(stage.layer, input.value, own.value, before);
  }
  return ok(passed);
}

/** All zeros except one 1: the gradient of one value with respect to its own stage. */
export function unitGradient(length: number, at: number): Float64Array {
  const start = new Float64Array(length);
  start[at] = 1;
  return start;
}
