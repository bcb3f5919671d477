/** Whether a network that was read is the one that was written. */
import { lineOf } from '@/lib/kinds/normalize/explain';
import { paddingAround } from '@/lib/kinds/parts/sliding';
import type { Layer } from '@/lib/kinds/types';
import type { Pipeline } from '@/lib/network/pipeline';
import { listParameters, type WeightSet } from '@/lib/network/weights';
import { isMap, type Shape } from '@/lib/tensor/tensor';

/** The largest difference of any weight, in order; NaN where there are more of them, or others. */
export function weightDifference(one: WeightSet, other: WeightSet): number {
  const [a, b] = [listParameters(one), listParameters(other)];
  if (a.length !== b.length) return Number.NaN;
  let most = 0;
  for (const [at, [name, { shape, values }]] of a.entries()) {
    const [otherName, theirs] = b[at];
    const fits = name.split('/').at(-1) === otherName.split('/').at(-1) && `${shape}` === `${theirs.shape}`;
    if (!fits) return Number.NaN;
    for (const [place, value] of values.entries())
      most = Math.max(most, Math.abs(value - theirs.values[place]));
  }
  return most;
}

/** The largest difference of two lists, as a share of the largest value of the first. */
export function valueDifference(one: ArrayLike<number>, other: ArrayLike<number>): number {
  if (one.length !== other.length) return Number.NaN;
  let [most, largest] = [0, 0];
  for (let at = 0; at < one.length; at++) {
    most = Math.max(most, Math.abs(one[at] - other[at]));
    largest = Math.max(largest, Math.abs(one[at]));
  }
  return most / (largest || 1);
}

/** What is less probable counts as being so probable: its logarithm would make the largest logit larger, and the bound wider. */
const LEAST = 1e-6;

/**
 * The same for two answers of a softmax, by their logarithms: these are the logits, less a number that all have in common.
 * Rounding is a share of the logits, which may be tens of times as large as the probabilities they turn into.
 */
export function answerDifference(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const [logits, others] = [one, other].map((answer) =>
    Array.from(answer, (share) => Math.log(Math.max(share, LEAST))),
  );
  return valueDifference(logits, others);
}

const DIGITS = 6;

/**
 * What a layer does, in words that every format has: an activation is a step of its own, padding is counted out, and a
 * normalization is a factor and an addend for each channel.
 */
function steps(layer: Layer, input: Shape): readonly unknown[] {
  const { id: _, ...rest } = layer;
  if ('divisor' in rest) {
    const channels = input[input.length - 1];
    return Array.from({ length: channels }, (__, channel) => {
      const { mean, deviation } = lineOf({ id: '', ...rest }, channel);
      return [1 / (rest.divisor * deviation), -mean / deviation].map((n) => n.toPrecision(DIGITS));
    });
  }
  const activation = 'activation' in rest ? rest.activation : 'linear';
  const bent = activation === 'linear' ? [] : [{ activation, slope: 'slope' in rest ? rest.slope : null }];
  if ('activation' in rest && !('filters' in rest) && !('units' in rest)) return bent;
  const plain = 'activation' in rest ? { ...rest, activation: 'linear' } : rest;
  if (!('padding' in plain) || !isMap(input)) return [plain, ...bent];
  const size = 'kernel' in plain ? plain.kernel : plain.size;
  const { rows, columns } = paddingAround({ ...plain, size }, input);
  return [{ ...plain, padding: [rows, columns] }, ...bent];
}

/** Whether two networks do the same, step by step, whatever their layers are called. */
export function sameSteps(one: Pipeline, other: Pipeline): boolean {
  const [a, b] = [one, other].map(({ stages }) =>
    stages.flatMap(({ layer, input }) => steps(layer, input)).map(sorted),
  );
  return JSON.stringify(a) === JSON.stringify(b);
}

/** With its keys in one order. */
const sorted = (step: unknown): unknown =>
  typeof step === 'object' && step !== null && !Array.isArray(step)
    ? Object.fromEntries(Object.entries(step).sort(([x], [y]) => x.localeCompare(y)))
    : step;
