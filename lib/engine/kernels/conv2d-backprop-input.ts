import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { fourAxes, free, type KernelCall, kernelOf, register, run, runWith, valuesOf } from './wasm-kernel';

type Call = KernelCall<tf.Conv2DBackpropInputInputs, tf.Conv2DBackpropInputAttrs>;

/**
 * The gradient with respect to a convolution's input, [batch, height, width, channels in], from the one with
 * respect to its output, dy, [batch, rows, columns, channels out], and the filter, [kernel height, kernel
 * width, channels in, channels out].
 *
 * With a stride of 1 it is the convolution of dy, padded by the reach of the kernel, with the filter rotated
 * by 180 degrees and its channels swapped. All other cases use the backend's own kernel, which is slower.
 */
export function registerConv2dBackpropInput(): void {
  const slow = kernelOf(tf.Conv2DBackpropInput);
  register(tf.Conv2DBackpropInput, ({ inputs, attrs, backend }: Call): tf.TensorInfo => {
    const { dy, filter } = inputs;
    const { strides, pad, dimRoundingMode, inputShape } = attrs;
    const kernel = fourAxes(filter.shape);
    const [height, width] = kernel;
    const info = tf.backend_util.computeConv2DInfo(inputShape, kernel, strides, 1, pad, dimRoundingMode);
    const top = height - 1 - info.padInfo.top;
    const left = width - 1 - info.padInfo.left;
    const bottom = info.inHeight - info.outHeight - top + height - 1;
    const right = info.inWidth - info.outWidth - left + width - 1;
    const strided = info.strideHeight > 1 || info.strideWidth > 1;
    if (strided || Math.min(top, left, bottom, right) < 0) return runWith(slow, backend, inputs, attrs);
    const turned = turnedHalfRound(backend, filter, kernel);
    const padding = [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ];
    const gradient = run(
      backend,
      tf.Conv2D,
      { x: dy, filter: turned },
      { strides: 1, dilations: 1, pad: padding, dataFormat: 'NHWC' },
    );
    free(backend, turned);
    return gradient;
  });
}

/** A filter turned half round, with its channels swapped: [kernel height, kernel width, channels out, channels in]. */
function turnedHalfRound(
  backend: BackendWasm,
  filter: tf.TensorInfo,
  [height, width, channels, filters]: readonly [number, number, number, number],
): tf.TensorInfo {
  const turned = backend.makeOutput([height, width, filters, channels], 'float32');
  const [from, to] = [filter, turned].map((info) => valuesOf(backend, info));
  const taps = height * width;
  const each = channels * filters;
  for (let tap = 0; tap < taps; tap++)
    for (let channel = 0; channel < channels; channel++)
      for (let one = 0; one < filters; one++)
        to[(taps - 1 - tap) * each + one * channels + channel] = from[tap * each + channel * filters + one];
  return turned;
}
