import * as tf from '@tensorflow/tfjs-core';
import { canConvolve, convolve } from './convolve';
import { reluGradient } from './relu';
import { fourAxes, free, type KernelCall, registerNew, run } from './wasm-kernel';

/** The name of this kernel: a convolution, its bias and its ReLU in one pass. The library has none like it for training. */
const ACTIVATED_CONV2D = 'ActivatedConv2D';

type Inputs = { readonly x: tf.TensorInfo; readonly filter: tf.TensorInfo; readonly bias?: tf.TensorInfo };

type Ends = [before: number, after: number];

/** Padding is 'valid', or in cells for each side of each axis. */
export type ConvolutionNumbers = {
  readonly strides: number | [number, number];
  readonly pad: 'valid' | [Ends, Ends, Ends, Ends];
  readonly relu: boolean;
};

const infoOf = (x: tf.TensorInfo, filter: tf.TensorInfo, { strides, pad }: ConvolutionNumbers) =>
  tf.backend_util.computeConv2DInfo(fourAxes(x.shape), fourAxes(filter.shape), strides, 1, pad);

function activatedConv2d({ inputs, attrs, backend }: KernelCall<Inputs, ConvolutionNumbers>) {
  const { x, filter, bias } = inputs;
  const { relu } = attrs;
  const info = infoOf(x, filter, attrs);
  const ours = canConvolve(info) ? convolve(backend, x, filter, info, { bias, relu }) : null;
  if (ours) return [ours];
  const { strides, pad } = attrs;
  const further = { strides, pad, dilations: 1, dataFormat: 'NHWC' };
  const sums = run(backend, tf.Conv2D, { x, filter }, further);
  const shifted = bias ? run(backend, tf.Add, { a: sums, b: bias }) : sums;
  const answer = relu ? run(backend, tf.Relu, { x: shifted }) : shifted;
  free(backend, ...new Set([sums, shifted].filter((one) => one !== answer)));
  return [answer];
}

/** Whether the current backend has the kernel: WASM does. */
export const hasActivatedConv2d = (): boolean =>
  tf.getKernel(ACTIVATED_CONV2D, tf.getBackend()) !== undefined;

/**
 * A convolution of images, [batch, height, width, channels in], by a filter, [kernel height, kernel width, channels in,
 * channels out], with a bias, [channels out], and ReLU, where they are wanted; differentiable. The sums before the ReLU are
 * never stored.
 */
export function activateConv2d(
  x: tf.Tensor4D,
  filter: tf.Tensor4D,
  bias: tf.Tensor | undefined,
  numbers: ConvolutionNumbers,
): tf.Tensor {
  const inputs = { x, filter, ...(bias && { bias }) };
  return tf.engine().runKernel<tf.Tensor[]>(ACTIVATED_CONV2D, inputs, numbers)[0];
}

/** Gives the WASM backend the kernel, and registers its gradient. */
export function registerActivatedConv2d(): void {
  registerNew(ACTIVATED_CONV2D, activatedConv2d);
  tf.registerGradient({
    kernelName: ACTIVATED_CONV2D,
    inputsToSave: ['x', 'filter'],
    outputsToSave: [true],
    // Each gradient is only computed where it is asked for: the first layer's images need none.
    gradFunc(dys, [x, filter, output], attrs) {
      const [dy] = Array.isArray(dys) ? dys : [dys];
      const { relu, ...numbers }: tf.NamedAttrMap = { ...attrs, dataFormat: 'NHWC' };
      const toSums = relu ? reluGradient(output, dy) : dy;
      const ask = (name: string, inputs: tf.NamedTensorMap, more: tf.NamedAttrMap): tf.Tensor =>
        tf.engine().runKernel<tf.Tensor>(name, inputs, { ...numbers, ...more });
      return {
        x: () => ask(tf.Conv2DBackpropInput, { dy: toSums, filter }, { inputShape: x.shape }),
        filter: () => ask(tf.Conv2DBackpropFilter, { x, dy: toSums }, { filterShape: filter.shape }),
        bias: () => tf.sum(toSums, [0, 1, 2]),
      };
    },
  });
}
