import * as tf from '@tensorflow/tfjs-core';
import { fourAxes, type KernelCall, register, valuesOf } from '../wasm-kernel';
import { windowRows } from './window-rows';

type Call = KernelCall<tf.AvgPoolGradInputs, tf.AvgPoolGradAttrs>;

/**
 * The gradient with respect to an average pool's input, [batch, height, width, channels], from the one with
 * respect to its output, dy, [batch, rows, columns, channels]: all values under a window get the same share.
 * Padding is not counted, as in the forward pass.
 */
function avgPoolGrad({ inputs, attrs, backend }: Call): tf.TensorInfo {
  const { dy, input } = inputs;
  const { filterSize, strides, pad } = attrs;
  const shape = fourAxes(input.shape);
  const info = tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad);
  const gradient = backend.makeOutput(shape, 'float32');
  const [dyValues, to] = [dy, gradient].map((tensor) => valuesOf(backend, tensor));
  to.fill(0);
  const channels = info.inChannels;
  for (const { places, windows, step, first } of windowRows(info)) {
    const share = 1 / places.length;
    for (let window = 0; window < windows; window++) {
      const from = (first + window) * channels;
      for (const place of places) {
        const at = (place + window * step) * channels;
        for (let channel = 0; channel < channels; channel++)
          to[at + channel] += dyValues[from + channel] * share;
      }
    }
  }
  return gradient;
}

export const registerAvgPoolGrad = (): void => register(tf.AvgPoolGrad, avgPoolGrad);
