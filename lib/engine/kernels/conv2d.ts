import * as tf from '@tensorflow/tfjs-core';
import { canConvolve, convolve } from './convolve';
import { fourAxes, type KernelCall, kernelOf, register, runWith } from './wasm-kernel';

type Call = KernelCall<tf.Conv2DInputs, tf.Conv2DAttrs>;

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
    const ours = dataFormat === 'NHWC' && canConvolve(info) ? convolve(backend, x, filter, info) : null;
    return ours ?? runWith(other, backend, inputs, attrs);
  });
}
