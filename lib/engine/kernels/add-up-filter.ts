import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { backend_util, TensorInfo } from '@tensorflow/tfjs-core';
import { padded } from './padded';
import { simdOf } from './simd/simd';
import { free, valuesOf } from './wasm-kernel';

const FLOAT_BYTES = 4;
/** Output channels that are added up together. */
const CHANNELS = 8;
/** Bytes of dy that all taps go through before the next ones: they stay in the processor's cache. */
const NEAR_BYTES = 16_384;

/**
 * The gradient with respect to a convolution's filter: x times dy, added up in place. As a convolution it would spend most
 * of its time rearranging dy. Null where it does not apply.
 *
 * In a row of the kernel the taps of all columns and channels are contiguous in x, and in the filter.
 */
export function addUpFilter(
  backend: BackendWasm,
  x: TensorInfo,
  dy: TensorInfo,
  info: backend_util.Conv2DInfo,
): TensorInfo | null {
  const simd = info.outChannels % CHANNELS === 0 ? simdOf(backend) : null;
  if (!simd) return null;
  const taps = info.filterWidth * info.inChannels;
  const around = padded(backend, x, info);
  const gradient = backend.makeOutput([...info.filterShape], 'float32');
  valuesOf(backend, gradient).fill(0);
  const [from, dyAt, sums] = [around, dy, gradient].map(({ dataId }) => backend.getMemoryOffset(dataId));
  const { inHeight, outHeight, outWidth, filterHeight, strideHeight, padInfo } = info;
  const channels = info.outChannels * FLOAT_BYTES;
  const place = info.inChannels * FLOAT_BYTES;
  const step = info.strideWidth * place;
  const line = (info.inWidth + padInfo.left + padInfo.right) * place;
  const lines = inHeight + padInfo.top + padInfo.bottom;
  const dyLine = outWidth * channels;
  const atOnce = Math.max(1, Math.floor(NEAR_BYTES / dyLine));
  for (let image = 0; image < info.batchSize; image++)
    for (let row = 0; row < outHeight; row += atOnce)
      for (let y = 0; y < filterHeight; y++)
        simd.addProducts(
          from + (image * lines + row * strideHeight + y) * line,
          step,
          taps,
          dyAt + (image * outHeight + row) * dyLine,
          channels,
          outWidth,
          Math.min(atOnce, outHeight - row),
          strideHeight * line,
          dyLine,
          sums + y * taps * channels,
        );
  if (around !== x) free(backend, around);
  return gradient;
}
