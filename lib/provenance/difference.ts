/** Why one class and not another: the contributions to the difference of their logits. */
import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import type { Result } from '@/lib/result';
import { size } from '@/lib/tensor/tensor';
import { type Account, type Bill, billOf } from './bill';
import { locate } from './locate';

/** Two classes by their units; the difference is the first one's logit minus the second one's. */
export interface Rivals {
  readonly unit: number;
  readonly other: number;
}

/** The logits of a trace: what the last layer adds up, before its softmax. */
export function logitsOf({ stages }: Pick<Trace, 'stages'>): Float32Array {
  const { before, values } = stages[stages.length - 1];
  return before ?? values;
}

/**
 * The exact contributions to the difference of two logits, at every stage. The last layer is linear before its softmax,
 * so the difference is one more sum with the image's ReLUs and winners fixed: one backward pass that starts with 1 at
 * one class and -1 at the other. Fails as `bill` does.
 */
export function differenceBill(
  pipeline: Pipeline,
  trace: Pick<Trace, 'stages'>,
  weights: WeightSet,
  { unit, other }: Rivals,
): Result<Bill> {
  const last = pipeline.stages[pipeline.stages.length - 1];
  for (const one of [unit, other]) {
    const located = locate(pipeline, last.id, [one]);
    if (!located.ok) return located;
  }
  const start = new Float64Array(size(last.output));
  start[unit] += 1;
  start[other] -= 1;
  return billOf(pipeline, trace, weights, { at: pipeline.stages.length - 1, start });
}

/** The channels or units of a stage that speak most for each side. */
export interface Sides {
  /** The one with the largest contribution; null where none is above 0. */
  readonly pro: ChannelShare | null;
  /** The one with the smallest; null where none is below 0. */
  readonly contra: ChannelShare | null;
}

export interface ChannelShare {
  readonly channel: number;
  readonly share: number;
}

/** Which of a stage's channels, all their places together, speak most for the first class and for the second one. */
export function strongestChannels({ stage, contributions }: Account): Sides {
  const channels = stage.output[stage.output.length - 1] ?? 1;
  const shares = new Float64Array(channels);
  for (let at = 0; at < contributions.length; at++) shares[at % channels] += contributions[at];
  let [most, least] = [0, 0];
  for (const channel of shares.keys()) {
    if (shares[channel] > shares[most]) most = channel;
    if (shares[channel] < shares[least]) least = channel;
  }
  const of = (channel: number): ChannelShare => ({ channel, share: shares[channel] });
  return { pro: shares[most] > 0 ? of(most) : null, contra: shares[least] < 0 ? of(least) : null };
}

/** A square of an image, and the sum of the contributions in it. */
export interface Patch {
  readonly row: number;
  readonly column: number;
  readonly size: number;
  readonly share: number;
}

/** The square of that size whose pixels contribute most together; `shares`: one for each pixel, row by row. */
export function strongestPatch(
  shares: ArrayLike<number>,
  [height, width]: readonly [height: number, width: number],
  wanted: number,
): Patch {
  const side = Math.max(1, Math.min(wanted, height, width));
  // Sums of everything above and to the left of a place: a square is then four of them.
  const above = new Float64Array((height + 1) * (width + 1));
  const at = (row: number, column: number) => row * (width + 1) + column;
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      above[at(row + 1, column + 1)] =
        shares[row * width + column] +
        above[at(row, column + 1)] +
        above[at(row + 1, column)] -
        above[at(row, column)];
  let best: Patch | null = null;
  for (let row = 0; row + side <= height; row++)
    for (let column = 0; column + side <= width; column++) {
      const share =
        above[at(row + side, column + side)] -
        above[at(row, column + side)] -
        above[at(row + side, column)] +
        above[at(row, column)];
      if (!best || share > best.share) best = { row, column, size: side, share };
    }
  return best ?? { row: 0, column: 0, size: side, share: 0 };
}
