import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { addUpFilter } from './add-up-filter';
import { fourAxes, free, type KernelCall, register, run, transpose } from './wasm-kernel';
import { addUpTiles, hasTiles } from './winograd';

type Call = KernelCall<tf.Conv2DBackpropFilterInputs, tf.Conv2DBackpropFilterAttrs>;

/**
 * The gradient with respect to a convolution's filter, [kernel height, kernel width, channels in, channels
 * out], from its input x, [batch, height, width, channels in], and the gradient with respect to its output,
 * dy, [batch, rows, columns, channels out].
 */
function conv2dBackpropFilter({ inputs, attrs, backend }: Call): tf.TensorInfo {
  const { x, dy } = inputs;
  const { strides, pad, dimRoundingMode, filterShape } = attrs;
  const shape = fourAxes(x.shape);
  const info = tf.backend_util.computeConv2DInfo(shape, filterShape, strides, 1, pad, dimRoundingMode);
  const ours = hasTiles(info) ? addUpTiles : addUpFilter;
  return ours(backend, x, dy, info) ?? convolveFilter(backend, x, dy, info);
}

/**
 * Each value of the gradient sums x times dy over batch and places: a convolution itself, with batch and
 * channels exchanged, dy as the filter, and the forward stride as the dilation of the filter's taps.
 */
function convolveFilter(
  backend: BackendWasm,
  x: tf.TensorInfo,
  dy: tf.TensorInfo,
  info: tf.backend_util.Conv2DInfo,
): tf.TensorInfo {
  const { top, left } = info.padInfo;
  const { filterHeight, filterWidth, inChannels, outChannels } = info;
  // The padding is how far the last window extends beyond the edge. Where it ends before the edge, there are
  // too many results.
  const bottom = (info.outHeight - 1) * info.strideHeight + filterHeight - info.inHeight - top;
  const right = (info.outWidth - 1) * info.strideWidth + filterWidth - info.inWidth - left;
  const rows = [top, Math.max(0, bottom)];
  const columns = [left, Math.max(0, right)];
  const xByChannel = transpose(backend, x, [3, 1, 2, 0]);
  const dyAsFilter = transpose(backend, dy, [1, 2, 0, 3]);
  const sums = run(
    backend,
    tf.Conv2D,
    { x: xByChannel, filter: dyAsFilter },
    {
      strides: 1,
      dilations: [info.strideHeight, info.strideWidth],
      pad: [[0, 0], rows, columns, [0, 0]],
      dataFormat: 'NHWC',
    },
  );
  const size = [inChannels, filterHeight, filterWidth, outChannels];
  const cut = run(backend, tf.Slice, { x: sums }, { begin: [0, 0, 0, 0], size });
  const gradient = transpose(backend, cut, [1, 2, 0, 3]);
  free(backend, xByChannel, dyAsFilter, sums, cut);
  return gradient;
}

/** The WASM backend lacks this kernel, so it can't train a convolution without it. */
export const registerConv2dBackpropFilter = (): void =>
  register(tf.Conv2DBackpropFilter, conv2dBackpropFilter);
