import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { nanosecondsOf, simdOf } from '../simd/simd';
import { fourAxes, free, type KernelCall, kernelOf, register, runWith, valuesOf } from '../wasm-kernel';
import { type WindowRow, windowRows } from './window-rows';

type Call = KernelCall<tf.MaxPoolInputs, tf.MaxPoolAttrs>;
type GradientCall = KernelCall<tf.MaxPoolGradInputs, tf.MaxPoolGradAttrs>;

/** The inputs and the output of the gradient. All NHWC, with the same number of channels. */
interface Pooled {
  readonly dy: tf.TensorInfo;
  readonly input: tf.TensorInfo;
  readonly gradient: tf.TensorInfo;
  readonly info: tf.backend_util.Conv2DInfo;
}

/** How many channels the fast path handles at a time. */
const LANES = 4;
const FLOAT_BYTES = 4;

/** Places of an image's input and output. */
const placesOf = ({ inHeight, inWidth, outHeight, outWidth }: tf.backend_util.Conv2DInfo) => ({
  places: inHeight * inWidth,
  windows: outHeight * outWidth,
});

/**
 * The gradient with respect to a max-pool's input, [batch, height, width, channels], from the one with
 * respect to its output, dy, [batch, rows, columns, channels]: each value goes to the place of the window's
 * largest. Of several equally large ones the first, row by row, gets all of it, as in TensorFlow.js's plain
 * JavaScript backend.
 */
function maxPoolGrad({ inputs, attrs, backend }: GradientCall): tf.TensorInfo {
  const { dy, input } = inputs;
  const { filterSize, strides, pad, dimRoundingMode } = attrs;
  const shape = fourAxes(input.shape);
  const info = tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
  const gradient = backend.makeOutput(shape, 'float32');
  // The windows of one image are like those of any other.
  const rows = windowRows({ ...info, batchSize: 1 });
  const pooled = { dy, input, gradient, info };
  const done = giveFours(backend, pooled, rows);
  if (done < info.inChannels) giveRest(backend, pooled, rows, done);
  return gradient;
}

/** Rows of windows as the functions read them; `bytes` of the channels of one place. */
function listOf(backend: BackendWasm, rows: readonly WindowRow[], bytes: number): tf.TensorInfo {
  const written = rows.flatMap(({ places, windows, step, first }) => [
    places.length,
    windows,
    step * bytes,
    first,
    ...places.map((place) => place * bytes),
  ]);
  const list = backend.makeOutput([written.length], 'int32');
  backend.typedArrayFromHeap(list).set(written);
  return list;
}

/** The channels in groups of four. Returns how many it has processed: none where the browser has no SIMD. */
function giveFours(
  backend: BackendWasm,
  { dy, input, gradient, info }: Pooled,
  rows: readonly WindowRow[],
): number {
  const { inChannels, batchSize } = info;
  const fours = inChannels - (inChannels % LANES);
  const simd = fours > 0 && rows.length > 0 ? simdOf(backend) : null;
  if (!simd) {
    valuesOf(backend, gradient).fill(0);
    return 0;
  }
  const bytes = inChannels * FLOAT_BYTES;
  const list = listOf(backend, rows, bytes);
  const [listed, from, to, dyAt] = [list, input, gradient, dy].map(({ dataId }) =>
    backend.getMemoryOffset(dataId),
  );
  const { places, windows } = placesOf(info);
  simd.share(
    'giveImage',
    batchSize,
    [listed, rows.length, from, to, places * bytes, dyAt, windows * bytes, bytes, fours * FLOAT_BYTES],
    nanosecondsOf.passed(batchSize * places * inChannels),
  );
  free(backend, list);
  return fours;
}

/** The channels from `begin` on, in plain loops. */
function giveRest(
  backend: BackendWasm,
  { dy, input, gradient, info }: Pooled,
  rows: readonly WindowRow[],
  begin: number,
): void {
  const [dyValues, values, to] = [dy, input, gradient].map((one) => valuesOf(backend, one));
  const { inChannels: channels, batchSize } = info;
  const all = placesOf(info);
  const give = (image: number, { places, step, first }: WindowRow, window: number, channel: number) => {
    let largest = Number.NEGATIVE_INFINITY;
    let winner = -1;
    for (const place of places) {
      const at = (image * all.places + place + window * step) * channels + channel;
      if (values[at] > largest) {
        largest = values[at];
        winner = at;
      }
    }
    // A window without any number, all NaN, has no winner.
    if (winner >= 0) to[winner] += dyValues[(image * all.windows + first + window) * channels + channel];
  };
  for (let image = 0; image < batchSize; image++)
    for (const row of rows)
      for (let window = 0; window < row.windows; window++)
        for (let channel = begin; channel < channels; channel++) give(image, row, window, channel);
}

/** The rows of windows of one image, as `takeImage` reads them. */
export interface WindowList {
  readonly at: number;
  readonly rows: number;
  free(): void;
}

/**
 * For the largest value under each window, ignoring padding; null where `takeImage` does not apply: a number of channels that
 * is not a multiple of four, or windows on nothing but padding.
 */
export function windowList(backend: BackendWasm, info: tf.backend_util.Conv2DInfo): WindowList | null {
  const { inChannels, batchSize } = info;
  const { windows } = placesOf(info);
  if (inChannels % LANES !== 0 || Math.min(batchSize, windows) === 0) return null;
  const rows = windowRows({ ...info, batchSize: 1 });
  if (rows.reduce((sum, row) => sum + row.windows, 0) < windows) return null;
  const list = listOf(backend, rows, inChannels * FLOAT_BYTES);
  return { at: backend.getMemoryOffset(list.dataId), rows: rows.length, free: () => free(backend, list) };
}

/** The largest value under each window; null where there is no {@link windowList}, or no SIMD. */
function takeLargest(
  backend: BackendWasm,
  input: tf.TensorInfo,
  info: tf.backend_util.Conv2DInfo,
): tf.TensorInfo | null {
  const simd = simdOf(backend);
  const list = simd && windowList(backend, info);
  if (!list) return null;
  const { inChannels, batchSize } = info;
  const { places, windows } = placesOf(info);
  const bytes = inChannels * FLOAT_BYTES;
  const output = backend.makeOutput(info.outShape, 'float32');
  const [from, to] = [input, output].map(({ dataId }) => backend.getMemoryOffset(dataId));
  simd.share(
    'takeImage',
    batchSize,
    [list.at, list.rows, from, places * bytes, to, windows * bytes, bytes],
    nanosecondsOf.passed(batchSize * places * inChannels),
  );
  list.free();
  return output;
}

/** Max pooling: the backend's own runs in one thread. It stays for what ours can't do. */
export function registerMaxPool(): void {
  const other = kernelOf(tf.MaxPool);
  register(tf.MaxPool, ({ inputs, attrs, backend }: Call): tf.TensorInfo => {
    const { filterSize, strides, pad, dimRoundingMode } = attrs;
    const shape = fourAxes(inputs.x.shape);
    const info = tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
    return takeLargest(backend, inputs.x, info) ?? runWith(other, backend, inputs, attrs);
  });
}

export const registerMaxPoolGrad = (): void => register(tf.MaxPoolGrad, maxPoolGrad);
