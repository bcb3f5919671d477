import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { simdOf } from './simd/simd';
import { fourAxes, type KernelCall, register, valuesOf } from './wasm-kernel';
import { type WindowRow, windowRows } from './window-rows';

type Call = KernelCall<tf.MaxPoolGradInputs, tf.MaxPoolGradAttrs>;

/** The inputs and the output of the gradient. All NHWC, with the same number of channels. */
interface Pooled {
  readonly dy: tf.TensorInfo;
  readonly input: tf.TensorInfo;
  readonly gradient: tf.TensorInfo;
  readonly channels: number;
}

/** How many channels the fast path handles at a time. */
const LANES = 4;
const FLOAT_BYTES = 4;

/**
 * The gradient with respect to a max-pool's input, [batch, height, width, channels], from the one with
 * respect to its output, dy, [batch, rows, columns, channels]: each value goes to the place of the window's
 * largest. Of several equally large ones the first, row by row, gets all of it, as in TensorFlow.js's plain
 * JavaScript backend.
 */
function maxPoolGrad({ inputs, attrs, backend }: Call): tf.TensorInfo {
  const { dy, input } = inputs;
  const { filterSize, strides, pad, dimRoundingMode } = attrs;
  const shape = fourAxes(input.shape);
  const info = tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
  const gradient = backend.makeOutput(shape, 'float32');
  valuesOf(backend, gradient).fill(0);
  const rows = windowRows(info);
  const pooled = { dy, input, gradient, channels: info.inChannels };
  const done = giveFours(backend, pooled, rows);
  if (done < pooled.channels) giveRest(backend, pooled, rows, done);
  return gradient;
}

/** The channels in groups of four. Returns how many it has processed: none where the browser has no SIMD. */
function giveFours(
  backend: BackendWasm,
  { dy, input, gradient, channels }: Pooled,
  rows: readonly WindowRow[],
): number {
  const fours = channels - (channels % LANES);
  const simd = fours > 0 ? simdOf(backend) : null;
  if (!simd) return 0;
  const most = Math.max(1, ...rows.map(({ places }) => places.length));
  const offsets = backend.makeOutput([most], 'int32');
  const list = backend.typedArrayFromHeap(offsets);
  const [from, to, dyAt, listed] = [input, gradient, dy, offsets].map(({ dataId }) =>
    backend.getMemoryOffset(dataId),
  );
  const bytes = channels * FLOAT_BYTES;
  for (const { places, windows, step, first } of rows) {
    places.forEach((place, at) => {
      list[at] = place * bytes;
    });
    simd.giveWindows(
      from,
      to,
      dyAt + first * bytes,
      bytes,
      listed,
      places.length,
      windows,
      step * bytes,
      fours * FLOAT_BYTES,
    );
  }
  backend.disposeData(offsets.dataId);
  return fours;
}

/** The channels from `begin` on, in plain loops. */
function giveRest(
  backend: BackendWasm,
  { dy, input, gradient, channels }: Pooled,
  rows: readonly WindowRow[],
  begin: number,
): void {
  const [dyValues, values, to] = [dy, input, gradient].map((info) => valuesOf(backend, info));
  for (const { places, windows, step, first } of rows)
    for (let window = 0; window < windows; window++)
      for (let channel = begin; channel < channels; channel++) {
        let largest = Number.NEGATIVE_INFINITY;
        let winner = -1;
        for (const place of places) {
          const at = (place + window * step) * channels + channel;
          if (values[at] > largest) {
            largest = values[at];
            winner = at;
          }
        }
        // A window without any number, all NaN, has no winner.
        if (winner >= 0) to[winner] += dyValues[(first + window) * channels + channel];
      }
}

export const registerMaxPoolGrad = (): void => register(tf.MaxPoolGrad, maxPoolGrad);
