import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { type backend_util, PadV2, type TensorInfo } from '@tensorflow/tfjs-core';
import { simdOf } from './simd/simd';
import { free, run, valuesOf, viewed } from './wasm-kernel';

const FLOAT_BYTES = 4;
/** Taps and output channels that are added up together. */
const TAPS = 3;
const LANES = 16;
/** Bytes of dy that all taps go through before the next ones: they stay in the processor's cache. */
const NEAR_BYTES = 16_384;

/** x with the padding of the convolution around it and `more` lines below; x itself if there is none. */
function padded(
  backend: BackendWasm,
  x: TensorInfo,
  { padInfo }: backend_util.Conv2DInfo,
  more: number,
): TensorInfo {
  const { top, bottom, left, right } = padInfo;
  if (Math.max(top, bottom, left, right, more) === 0) return x;
  const paddings = [
    [0, 0],
    [top, bottom + more],
    [left, right],
    [0, 0],
  ];
  return run(backend, PadV2, { x }, { paddings, constantValue: 0 });
}

/** The beginning of each row of a wide tensor, in a tensor of the given shape; the wide one is freed. */
function cut(backend: BackendWasm, wide: TensorInfo, shape: number[], rows: number): TensorInfo {
  const narrow = backend.makeOutput(shape, 'float32');
  const [from, to] = [wide, narrow].map((info) => valuesOf(backend, info));
  const [long, short] = [from.length / rows, to.length / rows];
  for (let row = 0; row < rows; row++) to.set(from.subarray(row * long, row * long + short), row * short);
  free(backend, wide);
  return narrow;
}

/**
 * The gradient with respect to a convolution's filter: x times dy, added up in place. As a convolution it would spend most
 * of its time rearranging dy. Null where it does not apply.
 *
 * In a row of the kernel the taps of all columns and channels are contiguous in x, and in the filter. If their number is
 * not a multiple of three, the last ones are added up together with values that follow in x, whose sums are cut off.
 */
export function addUpFilter(
  backend: BackendWasm,
  x: TensorInfo,
  dy: TensorInfo,
  info: backend_util.Conv2DInfo,
): TensorInfo | null {
  const simd = info.outChannels % LANES === 0 ? simdOf(backend) : null;
  if (!simd) return null;
  const taps = info.filterWidth * info.inChannels;
  const threes = Math.ceil(taps / TAPS) * TAPS;
  // What follows the last value has to be there: a line more.
  const more = threes > taps ? 1 : 0;
  const around = padded(backend, x, info, more);
  const gradient = backend.makeOutput([info.filterHeight, threes, info.outChannels], 'float32');
  valuesOf(backend, gradient).fill(0);
  const [from, given, sums] = [around, dy, gradient].map(({ dataId }) => backend.getMemoryOffset(dataId));
  const { inHeight, outHeight, outWidth, filterHeight, strideHeight, padInfo } = info;
  const channels = info.outChannels * FLOAT_BYTES;
  const place = info.inChannels * FLOAT_BYTES;
  const step = info.strideWidth * place;
  const line = (info.inWidth + padInfo.left + padInfo.right) * place;
  const lines = inHeight + padInfo.top + padInfo.bottom + more;
  const dyLine = outWidth * channels;
  const atOnce = Math.max(1, Math.floor(NEAR_BYTES / dyLine));
  for (let image = 0; image < info.batchSize; image++)
    for (let row = 0; row < outHeight; row += atOnce)
      for (let y = 0; y < filterHeight; y++)
        simd.addProducts(
          from + (image * lines + row * strideHeight + y) * line,
          step,
          threes,
          given + (image * outHeight + row) * dyLine,
          channels,
          outWidth,
          Math.min(atOnce, outHeight - row),
          strideHeight * line,
          dyLine,
          sums + y * threes * channels,
        );
  if (around !== x) free(backend, around);
  const shape = [...info.filterShape];
  return more ? cut(backend, gradient, shape, filterHeight) : viewed(gradient, shape);
}
