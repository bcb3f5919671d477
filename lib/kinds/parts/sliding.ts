/** How square windows walk over an axis, for convolution and pooling alike. Padding as TensorFlow does it. */
import { formatShape } from '@/lib/format/format';
import { isMap, type MapShape, type Shape } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import type { Padding, Window } from '../types';

export interface Sliding {
  readonly size: number;
  readonly stride: number;
  readonly padding: Padding;
}

/** How many windows fit on an axis of this length: whole ones ("valid"), or one per stride ("same"). */
export const windowCount = ({ size, stride, padding }: Sliding, length: number): number =>
  padding === 'same' ? Math.ceil(length / stride) : Math.floor((length - size) / stride) + 1;

/** Cells of padding on both sides of an axis; where their number is odd, the extra one comes after. */
export function paddingOf(
  sliding: Sliding,
  length: number,
): { readonly before: number; readonly after: number } {
  if (sliding.padding === 'valid') return { before: 0, after: 0 };
  const reach = (windowCount(sliding, length) - 1) * sliding.stride + sliding.size;
  const total = Math.max(reach - length, 0);
  const before = Math.floor(total / 2);
  return { before, after: total - before };
}

export const windowOn = (sliding: Sliding, length: number): Window => ({
  size: sliding.size,
  stride: sliding.stride,
  before: paddingOf(sliding, length).before,
});

/** Height and width of the output. */
export const slideOver = (
  sliding: Sliding,
  [height, width]: MapShape,
): readonly [height: number, width: number] => [windowCount(sliding, height), windowCount(sliding, width)];

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
  const top = row * sliding.stride - paddingOf(sliding, height).before;
  const left = column * sliding.stride - paddingOf(sliding, width).before;
  return Array.from({ length: sliding.size ** 2 }, (_, at) => {
    const y = top + Math.floor(at / sliding.size);
    const x = left + (at % sliding.size);
    return { row: y, column: x, padded: y < 0 || x < 0 || y >= height || x >= width };
  });
}

/** What is impossible about a window on this input, in one sentence about the layer; null if nothing is. */
export function slidingProblem(
  id: string,
  sliding: Sliding,
  input: Shape,
  what: 'kernel' | 'window',
): string | null {
  if (!isMap(input)) return words.needsMaps({ id, shape: formatShape(input) });
  const { size, stride, padding } = sliding;
  if (!isCount(size)) return words.wholeSize({ id, what, size });
  if (!isCount(stride)) return words.wholeStride({ id, stride });
  if (padding === 'valid' && size > Math.min(input[0], input[1])) {
    return words.tooLarge({ id, what, size, height: input[0], width: input[1] });
  }
  return null;
}

/** Whether a number counts something there must be one of. */
export const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 1;
