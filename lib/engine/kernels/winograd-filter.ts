/**
 * A 3x3 filter in the form of winograd.ts, and back: G of Lavin and Gray (2015), as scripts/make/kernels/winograd.ts writes it.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { valuesOf } from './wasm-kernel';

/** Values of a side of the kernel, and of a transformed tile. */
const [KERNEL, SIDE] = [3, 4];
/** How many matrices a filter becomes: one for each value of a tile. */
export const MATRICES = SIDE * SIDE;
/** Output channels that are computed together. */
const CHANNELS = 8;

/** G times three numbers that are `step` apart, to four that are. */
function spread(from: Float32Array, at: number, step: number, to: Float32Array, into: number, apart: number) {
  const [first, middle, last] = [from[at], from[at + step], from[at + 2 * step]];
  to[into] = first;
  to[into + apart] = (first + middle + last) / 2;
  to[into + 2 * apart] = (first - middle + last) / 2;
  to[into + 3 * apart] = last;
}

/**
 * A filter, [3, 3, channels in, channels out], transformed: sixteen matrices, each as eight output channels after the other,
 * [16, channels out / 8, channels in, 8].
 */
export function transformed(backend: BackendWasm, filter: TensorInfo): TensorInfo {
  const [, , inChannels, outChannels] = filter.shape;
  const each = inChannels * outChannels;
  const answer = backend.makeOutput([MATRICES, each], 'float32');
  const [from, to] = [filter, answer].map((info) => valuesOf(backend, info));
  const rows = new Float32Array(SIDE * KERNEL);
  for (let channel = 0; channel < inChannels; channel++) {
    for (let one = 0; one < outChannels; one++) {
      const at = channel * outChannels + one;
      const eight = one - (one % CHANNELS);
      const into = eight * inChannels + channel * CHANNELS + (one - eight);
      for (let column = 0; column < KERNEL; column++)
        spread(from, column * each + at, KERNEL * each, rows, column, KERNEL);
      for (let row = 0; row < SIDE; row++) spread(rows, row * KERNEL, 1, to, row * SIDE * each + into, each);
    }
  }
  return answer;
}

/** G transposed times four numbers, of which the first is at `at` and the others `step` on. */
const gathered = (from: Float32Array, at: number, step: number): readonly [number, number, number] => {
  const [plus, minus] = [from[at + step] + from[at + 2 * step], from[at + step] - from[at + 2 * step]];
  return [from[at] + plus / 2, minus / 2, plus / 2 + from[at + 3 * step]];
};

/** The gradient to a filter, [3, 3, channels in, channels out], from the one to its sixteen matrices, [16, channels in, channels out]. */
export function transformedBack(from: Float32Array, to: Float32Array): void {
  const each = from.length / MATRICES;
  const rows = new Float32Array(KERNEL * SIDE);
  for (let at = 0; at < each; at++) {
    for (let column = 0; column < SIDE; column++) {
      const [first, middle, last] = gathered(from, column * each + at, SIDE * each);
      rows[column] = first;
      rows[SIDE + column] = middle;
      rows[2 * SIDE + column] = last;
    }
    for (let row = 0; row < KERNEL; row++) {
      const [first, middle, last] = gathered(rows, row * SIDE, 1);
      to[(row * KERNEL + 0) * each + at] = first;
      to[(row * KERNEL + 1) * each + at] = middle;
      to[(row * KERNEL + 2) * each + at] = last;
    }
  }
}
