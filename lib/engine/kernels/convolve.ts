import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { padded } from './padded';
import { largestTarget, wholeTarget } from './pooling/target';
import { nanosecondsOf, simdOf } from './simd/simd';
import { free, valuesOf } from './wasm-kernel';
import { convolveTiles, hasTiles, type Then } from './winograd';

const FLOAT_BYTES = 4;
/** Output channels that are computed together. */
const CHANNELS = 8;

/** The filter, [kernel height x kernel width x channels in, channels out], as eight channels after the other. */
function packed(backend: BackendWasm, filter: tf.TensorInfo, channels: number): tf.TensorInfo {
  const panels = backend.makeOutput([tf.util.sizeFromShape(filter.shape)], 'float32');
  const [from, to] = [filter, panels].map((info) => valuesOf(backend, info));
  let at = 0;
  for (let first = 0; first < channels; first += CHANNELS)
    for (let tap = first; tap < from.length; tap += channels)
      for (let channel = 0; channel < CHANNELS; channel++) to[at++] = from[tap + channel];
  return panels;
}

/** Whether {@link convolve} applies: undilated kernels, channels in eights, and something to compute. */
export const canConvolve = (info: tf.backend_util.Conv2DInfo): boolean =>
  info.outChannels % CHANNELS === 0 &&
  info.dilationHeight === 1 &&
  info.dilationWidth === 1 &&
  Math.min(...info.outShape) > 0;

/**
 * A convolution of images, [batch, height, width, channels in], by a filter, [kernel height, kernel width, channels in,
 * channels out], or the largest of its outputs under each window of a pooling. Null where the browser has no SIMD, or the
 * pooling no fast function.
 */
export function convolve(
  backend: BackendWasm,
  x: tf.TensorInfo,
  filter: tf.TensorInfo,
  info: tf.backend_util.Conv2DInfo,
  { bias, relu = false, pool }: Then = {},
): tf.TensorInfo | null {
  if (hasTiles(info)) return convolveTiles(backend, x, filter, info, { bias, relu, pool });
  const simd = simdOf(backend);
  if (!simd) return null;
  const target = pool ? largestTarget(backend, simd, pool, 1) : wholeTarget(backend, info);
  if (!target) return null;
  const { at, pooling } = target;
  const around = padded(backend, x, info);
  const panels = packed(backend, filter, info.outChannels);
  const [from, weights] = [around, panels].map(({ dataId }) => backend.getMemoryOffset(dataId));
  const place = info.inChannels * FLOAT_BYTES;
  const line = (info.inWidth + info.padInfo.left + info.padInfo.right) * place;
  const lines = info.inHeight + info.padInfo.top + info.padInfo.bottom;
  simd.share(
    pooling ? 'largestOfRows' : 'convolveRow',
    info.batchSize * (pooling ? 1 : info.outHeight),
    [
      info.outHeight,
      lines * line,
      info.strideHeight * line,
      from,
      info.strideWidth * place,
      line,
      info.filterHeight,
      info.filterWidth * info.inChannels,
      weights,
      at,
      info.outChannels * FLOAT_BYTES,
      info.outWidth,
      bias ? backend.getMemoryOffset(bias.dataId) : 0,
      Number(relu),
      ...(pooling ?? []),
    ],
    nanosecondsOf.multiplyAdds(
      tf.util.sizeFromShape(info.outShape) * info.filterHeight * info.filterWidth * info.inChannels,
    ),
  );
  free(backend, panels);
  if (around !== x) free(backend, around);
  return target.output();
}
