/**
 * How windows slide over maps in convolution and pooling. Each axis is padded separately, as in TensorFlow.
 */
import type { MapShape } from '@/lib/tensor/tensor';
import type { Axis, Padding, Sides, Window } from '../types';
import { sidesOf } from './sides';

/** A sliding window, with the same stride down and across. */
export interface Sliding {
  readonly size: Sides;
  readonly stride: number;
  readonly padding: Padding;
}

/** The window along one axis. */
export interface AxisSliding extends Sliding {
  readonly size: number;
}

export function along({ size, stride, padding }: Sliding, axis: Axis): AxisSliding {
  const [height, width] = sidesOf(size);
  return { size: axis === 'height' ? height : width, stride, padding };
}

/** How many windows fit on an axis of this length: whole ones ("valid"), or one per stride ("same"). */
export const windowCount = ({ size, stride, padding }: AxisSliding, length: number): number =>
  padding === 'same' ? Math.ceil(length / stride) : Math.floor((length - size) / stride) + 1;

/** Cells of padding at both ends of an axis; where their number is odd, the extra one comes after. */
export interface AxisPadding {
  readonly before: number;
  readonly after: number;
}

/** The padding that windows need along an axis of this length. */
export function paddingOf(sliding: AxisSliding, length: number): AxisPadding {
  if (sliding.padding === 'valid') return { before: 0, after: 0 };
  const reach = (windowCount(sliding, length) - 1) * sliding.stride + sliding.size;
  const total = Math.max(reach - length, 0);
  const before = Math.floor(total / 2);
  return { before, after: total - before };
}

/** The padding above and below, and left and right. */
export const paddingAround = (
  sliding: Sliding,
  [height, width]: readonly [height: number, width: number, ...rest: readonly number[]],
): { readonly rows: AxisPadding; readonly columns: AxisPadding } => ({
  rows: paddingOf(along(sliding, 'height'), height),
  columns: paddingOf(along(sliding, 'width'), width),
});

/** The window along an axis of this length. */
export function windowOn(sliding: Sliding, length: number, axis: Axis): Window {
  const one = along(sliding, axis);
  return { size: one.size, stride: one.stride, before: paddingOf(one, length).before };
}

/** Height and width of the output. */
export const slideOver = (
  sliding: Sliding,
  [height, width]: MapShape,
): readonly [height: number, width: number] => [
  windowCount(along(sliding, 'height'), height),
  windowCount(along(sliding, 'width'), width),
];

/** A place of the input under a window, and whether it lies outside, in the padding. */
export interface Covered {
  readonly row: number;
  readonly column: number;
  readonly padded: boolean;
}

/** The places under the window of one output place, row by row. */
export function coveredBy(
  sliding: Sliding,
  [height, width]: MapShape,
  row: number,
  column: number,
): Covered[] {
  const { rows, columns } = paddingAround(sliding, [height, width]);
  const top = row * sliding.stride - rows.before;
  const left = column * sliding.stride - columns.before;
  const [tall, wide] = sidesOf(sliding.size);
  return Array.from({ length: tall * wide }, (_, at) => {
    const y = top + Math.floor(at / wide);
    const x = left + (at % wide);
    return { row: y, column: x, padded: y < 0 || x < 0 || y >= height || x >= width };
  });
}

/** Whether a number is a count of at least one. */
export const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 1;
