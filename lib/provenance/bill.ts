import { gradientOf } from '@/lib/kinds/gradients';
import { isPiecewiseLinear } from '@/lib/kinds/parts/activation';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import { type Cell, offset, size } from '@/lib/tensor/tensor';
import words from '@/words/provenance';
import { backward, type StageGradient, unitGradient } from './backward';
import { locate } from './locate';
import { tracedAt, weightsAt } from './traced';

/**
 * The contributions of one stage's values, and of the biases after it, to a value: together they add up to
 * it.
 */
export interface Account {
  readonly stage: Stage;
  /** The gradient of the value with respect to each of this stage's values, flat. */
  readonly gradient: Float64Array;
  /** Gradient times value. */
  readonly contributions: Float64Array;
  /** Their sum. */
  readonly values: number;
  /** The contribution of the biases of all later stages. */
  readonly biases: number;
}

/** A value as the sum of the contributions of all pixels and biases. */
export interface Bill {
  /** The engine's value, before the activation: for a class its logit. */
  readonly value: number;
  /** Stage by stage, from the image up to the stage that the value's own sum reads. */
  readonly accounts: readonly Account[];
  /** The contribution of each stage's bias, in the order of the stages. */
  readonly biases: readonly { readonly stage: Stage; readonly share: number }[];
  /** The difference between the engine's value, in single precision, and the sum. */
  readonly rounding: number;
}

/**
 * The exact bill of the value at `cell` of a stage, before its activation. With this image's ReLU states and
 * pooling winners fixed the network is linear, so the value is the sum of gradient times value over any
 * stage's values, plus the contributions of the biases after that stage ("gradient times input": Shrikumar et
 * al. 2016, arXiv:1605.01713; that it is exact for such networks with the biases included: Srinivas and
 * Fleuret 2019, arXiv:1905.00780).
 * Fails where the stage or cell does not exist, the trace or weights are missing or do not fit, or a layer in
 * between, such as a sigmoid, is not piecewise linear.
 */
export function bill(
  pipeline: Pipeline,
  trace: Pick<Trace, 'stages'>,
  weights: WeightSet,
  stageId: string,
  cell: Cell,
): Result<Bill> {
  const located = locate(pipeline, stageId, cell);
  if (!located.ok) return located;
  const { stage, at } = located.value;
  return billOf(pipeline, trace, weights, {
    at,
    start: unitGradient(size(stage.output), offset(stage.output, cell)),
  });
}

/**
 * The gradient of the value at `cell` of a stage, before its activation, with respect to the values of every stage up to
 * it. It exists for every network, also where a value can't be split up exactly. Fails where the stage or cell does not
 * exist, or the trace or weights are missing or do not fit.
 */
export function gradientsTo(
  pipeline: Pipeline,
  trace: Pick<Trace, 'stages'>,
  weights: WeightSet,
  stageId: string,
  cell: Cell,
): Result<readonly StageGradient[]> {
  const located = locate(pipeline, stageId, cell);
  if (!located.ok) return located;
  const { stage, at } = located.value;
  const start = unitGradient(size(stage.output), offset(stage.output, cell));
  return backward(pipeline, trace, weights, { at, start });
}

/**
 * The bill of a weighted sum of a stage's values before their activation, such as the difference of two logits. `at`:
 * the stage's place; `start`: the weights, one for each of its values.
 */
export function billOf(
  pipeline: Pipeline,
  trace: Pick<Trace, 'stages'>,
  weights: WeightSet,
  { at, start }: { readonly at: number; readonly start: Float64Array },
): Result<Bill> {
  const traced = tracedAt(trace, pipeline.stages[at]);
  if (!traced.ok) return traced;
  const curved = pipeline.stages.slice(0, at).find(({ layer }) => !isPiecewiseLinear(layer));
  if (curved) return fail(words.curved({ title: curved.title }));
  const sums = traced.value.before ?? traced.value.values;
  const value = start.reduce((sum, weight, place) => (weight === 0 ? sum : sum + weight * sums[place]), 0);
  const passed = backward(pipeline, trace, weights, { at, start });
  if (!passed.ok) return passed;
  const shares: { readonly stage: Stage; readonly share: number }[] = [];
  for (const one of passed.value) {
    const own = weightsAt(weights, one.stage);
    if (!own.ok) return own;
    const offsets = gradientOf(one.stage.layer).offsets(one.stage.layer, own.value);
    if (offsets) shares.push({ stage: one.stage, share: broughtBy(offsets, one.before) });
  }
  const accounts: Account[] = [];
  for (const one of at === 0 ? passed.value : passed.value.slice(0, -1)) {
    const answered = tracedAt(trace, one.stage);
    if (!answered.ok) return answered;
    accounts.push(accountOf(one, answered.value.values, shares));
  }
  const [{ values, biases }] = accounts;
  return ok({ value, accounts, biases: shares, rounding: value - values - biases });
}

/** Each channel's bias counts once for each place with a gradient. */
function broughtBy(bias: ArrayLike<number>, gradient: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < gradient.length; at++) sum += gradient[at] * bias[at % bias.length];
  return sum;
}

function accountOf(
  { stage, output }: StageGradient,
  values: Float32Array,
  shares: readonly { readonly stage: Stage; readonly share: number }[],
): Account {
  const contributions = output.map((one, at) => one * values[at]);
  const later = shares.filter((one) => one.stage.number > stage.number);
  return {
    stage,
    gradient: output,
    contributions,
    values: contributions.reduce((sum, one) => sum + one, 0),
    biases: later.reduce((sum, { share }) => sum + share, 0),
  };
}

/**
 * The pixels that influence a value: 1 for those whose gradient is not 0 in some colour, 0 for the others,
 * row by row. They are the part of the receptive field that is connected through open ReLUs and pooling
 * winners.
 */
export function openPixels({ gradient, stage }: Account): Uint8Array {
  const channels = stage.output[2] ?? 1;
  const open = new Uint8Array(gradient.length / channels);
  for (let at = 0; at < gradient.length; at++) if (gradient[at] !== 0) open[Math.floor(at / channels)] = 1;
  return open;
}
