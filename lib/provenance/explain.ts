import { explanationOf } from '@/lib/kinds/explanations';
import { softmax } from '@/lib/kinds/parts/activation';
import type { Explanation } from '@/lib/kinds/types';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import { type Cell, isMap, offset, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/provenance';
import { type Located, locate } from './locate';
import { tracedAt, weightsAt } from './traced';

/** The arithmetic of one traced value. `value` and `before` are the engine's own numbers. */
export interface TracedExplanation extends Explanation {
  /** The stage of the value. */
  readonly stage: string;
  /** The stage whose cells the terms read; null for the image, which reads nothing. */
  readonly reads: string | null;
  /**
   * The difference between the engine's sum, in single precision, and the sum of the terms in double
   * precision.
   */
  readonly rounding: number;
}

/**
 * The largest difference between engine and terms, as a share of the sum of all magnitudes. Rounding stays
 * below it even where a GPU computes in half precision; weights that do not belong to the trace exceed it.
 */
const TOLERANCE = 2e-3;

/**
 * The exact arithmetic of the value at `cell` of a stage, from the previous stage's output and the weights.
 * Fails, with one sentence, where the stage or cell does not exist, the trace or weights do not fit the
 * pipeline or each other, or a number is not finite.
 */
export function explain(
  pipeline: Pipeline,
  trace: Pick<Trace, 'stages'>,
  weights: WeightSet,
  stageId: string,
  cell: Cell,
): Result<TracedExplanation> {
  const located = locate(pipeline, stageId, cell);
  if (!located.ok) return located;
  const { stage, at } = located.value;
  const previous = at > 0 ? pipeline.stages[at - 1] : null;
  const output = tracedAt(trace, stage);
  const input = previous ? tracedAt(trace, previous) : output;
  const own = weightsAt(weights, stage);
  if (!output.ok) return output;
  if (!input.ok) return input;
  if (!own.ok) return own;

  const computed = explanationOf(stage.layer)(stage.layer, input.value, own.value, cell);
  const value = valueAt(output.value, cell);
  const logits = output.value.before;
  const before = logits?.[offset(stage.output, cell)];
  const rounding = before === undefined ? value - computed.value : before - computed.before;
  const wrong = disagreement(located.value, computed, value, rounding);
  if (wrong) return fail(wrong, `engine ${value}, terms ${computed.value}`);
  return ok({
    ...computed,
    value,
    before: before ?? computed.before,
    softmax:
      computed.softmax && logits && !isMap(stage.output) ? softmax(Array.from(logits)) : computed.softmax,
    stage: stage.id,
    reads: previous?.id ?? null,
    rounding,
  });
}

function disagreement(
  { stage }: Located,
  computed: Explanation,
  value: number,
  rounding: number,
): string | null {
  if (!Number.isFinite(value) || !Number.isFinite(computed.before)) {
    return words.notFinite({ title: stage.title });
  }
  const added = computed.terms.reduce(
    (sum, { product }) => sum + Math.abs(product),
    Math.abs(computed.bias ?? 0),
  );
  if (Math.abs(rounding) <= TOLERANCE * Math.max(added, Math.abs(value)) + 1e-6) return null;
  return words.changed({ title: stage.title });
}

/** The input cell whose value a max-pooling cell passes on; null for other kinds of layers. */
export function winnerOf(explanation: Explanation): Cell | null {
  return explanation.winner === undefined ? null : explanation.terms[explanation.winner].source;
}

/**
 * The terms that contribute most, largest product in magnitude first, at most `count` of them; of equals the
 * first. Returned with their indices in `terms`.
 */
export function strongest(explanation: Explanation, count: number) {
  return explanation.terms
    .map((term, at) => ({ term, at }))
    .sort((a, b) => Math.abs(b.term.product) - Math.abs(a.term.product))
    .slice(0, count);
}
