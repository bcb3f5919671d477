import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { backend_util, TensorInfo } from '@tensorflow/tfjs-core';
import { padded } from './padded';
import { nanosecondsOf, simdOf } from './simd/simd';
import { free, valuesOf } from './wasm-kernel';

const FLOAT_BYTES = 4;
/** Output channels that are added up together. */
const CHANNELS = 8;
/** Bytes of dy that all taps go through before the next ones: they stay in the processor's cache. */
const NEAR_BYTES = 16_384;
/** Parts of a batch that are added up apart. A number of its own, not that of the threads: the sums' bits depend on it. */
const PARTS = 8;

/**
 * The gradient with respect to a convolution's filter: x times dy, added up in place, for some images at a time. As a
 * convolution it would spend most of its time rearranging dy. Null where it does not apply.
 *
 * In a row of the kernel the taps of all columns and channels are contiguous in x, and in the filter.
 */
export function addUpFilter(
  backend: BackendWasm,
  x: TensorInfo,
  dy: TensorInfo,
  info: backend_util.Conv2DInfo,
): TensorInfo | null {
  const simd = info.outChannels % CHANNELS === 0 && info.batchSize > 0 ? simdOf(backend) : null;
  if (!simd) return null;
  const taps = info.filterWidth * info.inChannels;
  const images = Math.ceil(info.batchSize / PARTS);
  const parts = Math.ceil(info.batchSize / images);
  const around = padded(backend, x, info);
  const sums = backend.makeOutput([parts, ...info.filterShape], 'float32');
  const gradient = backend.makeOutput([...info.filterShape], 'float32');
  const [from, dyAt, sumsAt, to] = [around, dy, sums, gradient].map(({ dataId }) =>
    backend.getMemoryOffset(dataId),
  );
  const { inHeight, outHeight, outWidth, filterHeight, strideHeight, padInfo } = info;
  const channels = info.outChannels * FLOAT_BYTES;
  const place = info.inChannels * FLOAT_BYTES;
  const line = (info.inWidth + padInfo.left + padInfo.right) * place;
  const lines = inHeight + padInfo.top + padInfo.bottom;
  simd.share(
    'filterOfImages',
    parts,
    [
      images,
      info.batchSize,
      from,
      lines * line,
      info.strideWidth * place,
      strideHeight * line,
      line,
      filterHeight,
      taps,
      dyAt,
      outHeight,
      outWidth,
      channels,
      Math.max(1, Math.floor(NEAR_BYTES / (outWidth * channels))),
      sumsAt,
    ],
    nanosecondsOf.multiplyAdds(
      info.batchSize * outHeight * outWidth * filterHeight * taps * info.outChannels,
    ),
  );
  valuesOf(backend, gradient).fill(0);
  simd.sumRows(sumsAt, parts, filterHeight * taps * channels, to);
  free(backend, sums);
  if (around !== x) free(backend, around);
  return gradient;
}
