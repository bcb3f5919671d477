import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { padded } from './padded';
import { simdOf } from './simd/simd';
import { fourAxes, free, type KernelCall, kernelOf, register, runWith, valuesOf } from './wasm-kernel';

type Call = KernelCall<tf.Conv2DInputs, tf.Conv2DAttrs>;

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

/**
 * A convolution of images, [batch, height, width, channels in], by a filter, [kernel height, kernel width, channels in,
 * channels out]. The backend's own spends more than half of its time on other things than multiplying; it stays for what
 * ours can't do: dilated kernels, a number of channels that is not a multiple of eight, browsers without SIMD.
 */
export function registerConv2d(): void {
  const other = kernelOf(tf.Conv2D);
  register(tf.Conv2D, ({ inputs, attrs, backend }: Call): tf.TensorInfo => {
    const { x, filter } = inputs;
    const { strides, pad, dilations, dimRoundingMode, dataFormat } = attrs;
    const [shape, kernel] = [x, filter].map((info) => fourAxes(info.shape));
    const info = tf.backend_util.computeConv2DInfo(shape, kernel, strides, dilations, pad, dimRoundingMode);
    const fits =
      dataFormat === 'NHWC' &&
      info.outChannels % CHANNELS === 0 &&
      info.dilationHeight === 1 &&
      info.dilationWidth === 1 &&
      Math.min(...info.outShape) > 0;
    const simd = fits ? simdOf(backend) : null;
    if (!simd) return runWith(other, backend, inputs, attrs);
    const around = padded(backend, x, info);
    const panels = packed(backend, filter, info.outChannels);
    const answer = backend.makeOutput(info.outShape, 'float32');
    const [from, weights, to] = [around, panels, answer].map(({ dataId }) => backend.getMemoryOffset(dataId));
    const place = info.inChannels * FLOAT_BYTES;
    const line = (info.inWidth + info.padInfo.left + info.padInfo.right) * place;
    const lines = info.inHeight + info.padInfo.top + info.padInfo.bottom;
    simd.convolveRows(info.batchSize * info.outHeight, [
      info.outHeight,
      lines * line,
      info.strideHeight * line,
      from,
      info.strideWidth * place,
      line,
      info.filterHeight,
      info.filterWidth * info.inChannels,
      weights,
      to,
      info.outChannels * FLOAT_BYTES,
      info.outWidth,
    ]);
    free(backend, panels);
    if (around !== x) free(backend, around);
    return answer;
  });
}
