import * as tf from '@tensorflow/tfjs-core';
import { fourAxes, type KernelCall, register, valuesOf } from './wasm-kernel';

type Call = KernelCall<tf.MaxPoolGradInputs, tf.MaxPoolGradAttrs>;

/** Where the part of a window begins and ends that lies on the maps, along one axis. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const spans = (count: number, stride: number, before: number, size: number, length: number): Span[] =>
  Array.from({ length: count }, (_, at) => ({
    from: Math.max(0, at * stride - before),
    to: Math.min(length, at * stride - before + size),
  }));

/**
 * The gradient to a max-pool's input, [batch, height, width, channels], from the gradient to its output dy,
 * [batch, rows, columns, channels]: each value goes to where the window's largest came from. Of several equally large
 * the first, row by row, gets all of it, as in TensorFlow.js's plain JavaScript backend.
 */
function maxPoolGrad({ inputs, attrs, backend }: Call): tf.TensorInfo {
  const { dy, input } = inputs;
  const { filterSize, strides, pad, dimRoundingMode } = attrs;
  const shape = fourAxes(input.shape);
  const info = tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
  const gradient = backend.makeOutput(shape, 'float32');
  const to = valuesOf(backend, gradient).fill(0);
  giveToWinners(info, valuesOf(backend, dy), valuesOf(backend, input), to);
  return gradient;
}

/** Adds each window's gradient to the place of its largest value. All values lie as NHWC. */
function giveToWinners(
  info: tf.backend_util.Conv2DInfo,
  dy: Float32Array,
  input: Float32Array,
  to: Float32Array,
): void {
  const { batchSize, inHeight, inWidth, inChannels: channels, padInfo } = info;
  const rows = spans(info.outHeight, info.strideHeight, padInfo.top, info.filterHeight, inHeight);
  const columns = spans(info.outWidth, info.strideWidth, padInfo.left, info.filterWidth, inWidth);
  const offsets: number[] = [];
  let window = 0;
  for (let picture = 0; picture < batchSize; picture++) {
    for (const row of rows) {
      for (const column of columns) {
        offsets.length = 0;
        for (let y = row.from; y < row.to; y++)
          for (let x = column.from; x < column.to; x++)
            offsets.push(((picture * inHeight + y) * inWidth + x) * channels);
        giveWindow(offsets, channels, dy, window, input, to);
        window += channels;
      }
    }
  }
}

/** One window, all its channels. `offsets`: where the values of each of its places begin. */
function giveWindow(
  offsets: readonly number[],
  channels: number,
  dy: Float32Array,
  window: number,
  input: Float32Array,
  to: Float32Array,
): void {
  for (let channel = 0; channel < channels; channel++) {
    let largest = Number.NEGATIVE_INFINITY;
    let winner = -1;
    for (let at = 0; at < offsets.length; at++) {
      const place = offsets[at] + channel;
      const value = input[place];
      if (value > largest) {
        largest = value;
        winner = place;
      }
    }
    // A window without any number, all NaN, has no winner.
    if (winner >= 0) to[winner] += dy[window + channel];
  }
}

export const registerMaxPoolGrad = (): void => register(tf.MaxPoolGrad, maxPoolGrad);
