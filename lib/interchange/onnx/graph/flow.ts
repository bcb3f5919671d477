/**
 * What flows along the chain of a graph: values as our layers answer them, channels last and without the batch, and how
 * the file's axes lie to them. Reordering axes moves no value of ours; only what the file says of axes changes.
 */
import { isMap, type MapShape, type Shape } from '@/lib/tensor/tensor';

/** What an axis of the file's tensor stands for; "one" has a length of 1 and stands for nothing. */
export type AxisName = 'batch' | 'height' | 'width' | 'channels' | 'one';

/** How the file unrolled maps to a vector: its axes from the slowest to the fastest, and the maps as ours. */
export interface Unrolled {
  readonly axes: readonly AxisName[];
  readonly maps: MapShape;
}

export interface Flow {
  readonly shape: Shape;
  /** The file's axes in order. A vector's values run along "channels". */
  readonly axes: readonly AxisName[];
  /** Set between a flatten and the layer that weighs its values, where the file's order may differ from ours. */
  readonly unrolled: Unrolled | null;
  /** Whether no value can be below 0, whatever the image is. */
  readonly nonNegative: boolean;
}

/** The lengths of the file's axes; NaN for the batch, which may be any. */
export function dimsOf({ shape, axes }: Pick<Flow, 'shape' | 'axes'>): readonly number[] {
  const [height, width, channels] = isMap(shape) ? shape : [1, 1, shape[0]];
  const lengths = { batch: Number.NaN, height, width, channels, one: 1 };
  return axes.map((axis) => lengths[axis]);
}

/** Maps as most of ONNX's operators take them. */
export const CHANNELS_FIRST: readonly AxisName[] = ['batch', 'channels', 'height', 'width'];

/** Whether two lists name the same axes in the same order. */
export const sameAxes = (one: readonly AxisName[], other: readonly AxisName[]): boolean =>
  one.length === other.length && one.every((axis, at) => axis === other[at]);

/** A position on an axis list that may be counted from its end; null where there is none. */
export function axisAt(axis: number, rank: number): number | null {
  const at = axis < 0 ? axis + rank : axis;
  return Number.isInteger(at) && at >= 0 && at < rank ? at : null;
}

/**
 * For each value of our vector its place in the file's; null where both are the same. A parameter for each value of the
 * vector is read through it.
 */
export function orderOf({ unrolled }: Flow): Uint32Array | null {
  if (!unrolled) return null;
  const { maps, axes } = unrolled;
  const [height, width, channels] = maps;
  const lengths = { batch: 1, one: 1, height, width, channels };
  const steps = { batch: 0, one: 0, height: 0, width: 0, channels: 0 };
  let step = 1;
  for (const axis of axes.toReversed()) {
    steps[axis] = step;
    step *= lengths[axis];
  }
  if (steps.channels === 1 && steps.width === channels && steps.height === channels * width) return null;
  return Uint32Array.from({ length: height * width * channels }, (_, at) => {
    const place = Math.floor(at / channels);
    return (
      Math.floor(place / width) * steps.height +
      (place % width) * steps.width +
      (at % channels) * steps.channels
    );
  });
}
