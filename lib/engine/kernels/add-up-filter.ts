import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { backend_util, TensorInfo } from '@tensorflow/tfjs-core';
import { simdOf } from './simd/simd';
import { valuesOf } from './wasm-kernel';

const FLOAT_BYTES = 4;
/** Taps and output channels that are added up together. */
const TAPS = 3;
const LANES = 16;
/**
 * How many values of x each value of dy may be multiplied by. With more, products dominate the time, and the
 * convolution distributes them over threads.
 */
const MOST_TAPS = 96;

function suits(info: backend_util.Conv2DInfo): boolean {
  const { top, bottom, left, right } = info.padInfo;
  const row = info.filterWidth * info.inChannels;
  const padded = Math.max(top, bottom, left, right) > 0;
  return (
    !padded && row % TAPS === 0 && info.outChannels % LANES === 0 && row * info.filterHeight <= MOST_TAPS
  );
}

/**
 * The gradient with respect to a convolution's filter where its input has few channels, as an image has: x times dy, added
 * up in place. As a convolution it would spend most of its time rearranging dy. Null where it does not apply.
 *
 * In a row of the kernel the taps of all columns and channels are contiguous in x, and in the filter.
 */
export function addUpFilter(
  backend: BackendWasm,
  x: TensorInfo,
  dy: TensorInfo,
  info: backend_util.Conv2DInfo,
): TensorInfo | null {
  const simd = suits(info) ? simdOf(backend) : null;
  if (!simd) return null;
  const gradient = backend.makeOutput([...info.filterShape], 'float32');
  valuesOf(backend, gradient).fill(0);
  const [from, given, sums] = [x, dy, gradient].map(({ dataId }) => backend.getMemoryOffset(dataId));
  const { inHeight, outHeight, outWidth, filterHeight, strideHeight } = info;
  const taps = info.filterWidth * info.inChannels;
  const channels = info.outChannels * FLOAT_BYTES;
  const place = info.inChannels * FLOAT_BYTES;
  const step = info.strideWidth * place;
  for (let image = 0; image < info.batchSize; image++)
    for (let row = 0; row < outHeight; row++)
      for (let y = 0; y < filterHeight; y++) {
        const line = from + (image * inHeight + row * strideHeight + y) * info.inWidth * place;
        const dyLine = given + (image * outHeight + row) * outWidth * channels;
        simd.addProducts(line, step, taps, dyLine, channels, outWidth, sums + y * taps * channels);
      }
  return gradient;
}
