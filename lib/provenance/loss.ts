import { softmax } from '@/lib/kinds/parts/activation';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { fail, type Result } from '@/lib/result';
import words from '@/words/provenance-loss';
import { backward, type StageGradient } from './backward';
import { tracedAt } from './traced';

/** One image's loss, and its gradient with respect to every value of every stage. */
export interface LossGradients {
  /** The cross entropy: minus the logarithm of the actual class's probability. */
  readonly loss: number;
  readonly probabilities: Float64Array;
  /** From the image to the output; the output's `before` is the probability, minus 1 for the actual class. */
  readonly stages: readonly StageGradient[];
}

/**
 * The loss of one image whose actual class is `label`, and the backward pass from it. The gradient of softmax
 * with cross entropy with respect to a logit is the probability, minus 1 for the actual class (Bridle 1990).
 * Fails where there is no such class, the network does not end in a softmax, or the trace or weights do not
 * fit.
 */
export function lossGradients(
  pipeline: Pipeline,
  trace: Pick<Trace, 'stages'>,
  weights: WeightSet,
  label: number,
): Result<LossGradients> {
  const at = pipeline.stages.length - 1;
  const stage = pipeline.stages[at];
  const output = tracedAt(trace, stage);
  if (!output.ok) return output;
  const { before } = output.value;
  if (!before) return fail(words.noSoftmax({ title: stage.title }));
  if (!(label in pipeline.architecture.classes)) return fail(words.noClass({ label }));
  const shares = softmax(Array.from(before));
  const probabilities = Float64Array.from(shares, ({ probability }) => probability);
  const start = probabilities.map((one, unit) => (unit === label ? one - 1 : one));
  const passed = backward(pipeline, trace, weights, { at, start });
  if (!passed.ok) return passed;
  const largest = before.reduce((most, logit) => Math.max(most, logit), Number.NEGATIVE_INFINITY);
  // Computed from the logits, because the probability may round to 0.
  const sum = before.reduce((all, logit) => all + Math.exp(logit - largest), 0);
  return {
    ok: true,
    value: { loss: Math.log(sum) + largest - before[label], probabilities, stages: passed.value },
  };
}
