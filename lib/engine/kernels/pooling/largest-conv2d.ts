import * as tf from '@tensorflow/tfjs-core';
import type { ConvolutionNumbers } from '../activated-conv2d';
import { canConvolve, convolve } from '../convolve';
import { fourAxes, free, type KernelCall, registerNew, run } from '../wasm-kernel';

/** The name of this kernel: a convolution and a max pooling in one pass. It has no gradient. */
const LARGEST_CONV2D = 'LargestConv2D';

type Inputs = { readonly x: tf.TensorInfo; readonly filter: tf.TensorInfo };

/** The pooling: its windows' size, their distance, and its padding. */
type PoolingNumbers = {
  readonly size: [number, number];
  readonly stride: number;
  readonly padding: 'valid' | 'same';
};
type Numbers = Omit<ConvolutionNumbers, 'relu'> & PoolingNumbers;

function largestConv2d({ inputs, attrs, backend }: KernelCall<Inputs, Numbers>) {
  const { x, filter } = inputs;
  const { strides, pad, size, stride, padding } = attrs;
  const { computeConv2DInfo, computePool2DInfo } = tf.backend_util;
  const info = computeConv2DInfo(fourAxes(x.shape), fourAxes(filter.shape), strides, 1, pad);
  const pool = computePool2DInfo(fourAxes(info.outShape), size, stride, 1, padding);
  const ours = canConvolve(info) ? convolve(backend, x, filter, info, { pool }) : null;
  if (ours) return [ours];
  const sums = run(backend, tf.Conv2D, { x, filter }, { strides, pad, dilations: 1, dataFormat: 'NHWC' });
  const largest = run(backend, tf.MaxPool, { x: sums }, { filterSize: size, strides: stride, pad: padding });
  free(backend, sums);
  return [largest];
}

/** Whether the current backend has the kernel: WASM does. */
export const hasLargestConv2d = (): boolean => tf.getKernel(LARGEST_CONV2D, tf.getBackend()) !== undefined;

/**
 * The largest under each window of what a convolution makes of images, [batch, height, width, channels in], with a filter,
 * [kernel height, kernel width, channels in, channels out]; not differentiable. The outputs of the convolution are never
 * stored but for an image at a time, which stays in the processor's cache; the numbers are the same to the bit.
 */
export function convolveLargest(x: tf.Tensor4D, filter: tf.Tensor4D, numbers: Numbers): tf.Tensor {
  return tf.engine().runKernel<tf.Tensor[]>(LARGEST_CONV2D, { x, filter }, numbers)[0];
}

/** Gives the WASM backend the kernel. */
export const registerLargestConv2d = (): void => registerNew(LARGEST_CONV2D, largestConv2d);
