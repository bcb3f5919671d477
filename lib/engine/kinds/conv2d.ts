import * as tf from '@tensorflow/tfjs-core';
import { paddingAround } from '@/lib/kinds/parts/sliding';
import type { Conv2dLayer } from '@/lib/kinds/types';
import { activateConv2d, hasActivatedConv2d, registerActivatedConv2d } from '../kernels/activated-conv2d';
import { registerConv2d } from '../kernels/conv2d';
import { registerConv2dBackpropFilter } from '../kernels/conv2d-backprop-filter';
import { registerConv2dBackpropInput } from '../kernels/conv2d-backprop-input';
import { convolveLargest, hasLargestConv2d, registerLargestConv2d } from '../kernels/pooling/largest-conv2d';
import { addActivated } from '../kernels/relu';
import { maps, type Pad, paddingOf, pair } from './parts/maps';
import { activate, biasOf, needed, shifted } from './parts/sums';
import type { EngineRules } from './types';

/** With fewer images, threads wait for the last one. */
const FEWEST_IMAGES = 8;

/** Whether bias and activation can be left to the kernels. */
const isPlain = ({ activation }: Conv2dLayer): boolean => activation === 'relu' || activation === 'linear';

/**
 * Padding is given in cells: with "same", the WASM backend's own code treats the padding of an axis as unsigned, and
 * outputs 0 where a stride larger than the kernel makes it negative.
 */
function padOf({ kernel: size, stride, padding }: Conv2dLayer, { shape }: tf.Tensor4D): Pad {
  if (padding === 'valid') return padding;
  const [, height, width] = shape;
  const { rows, columns } = paddingAround({ size, stride, padding }, [height, width]);
  return paddingOf([rows.before, rows.after], [columns.before, columns.after]);
}

export const conv2d: EngineRules<Conv2dLayer> = {
  kernels: [
    registerConv2d,
    registerActivatedConv2d,
    registerLargestConv2d,
    registerConv2dBackpropFilter,
    registerConv2dBackpropInput,
  ],
  forward(layer, input, around) {
    const { stride: strides, activation } = layer;
    const kernel = maps(needed(around, layer, 'kernel'));
    const batch = maps(input);
    const pad = padOf(layer, batch);
    const inOne = around.withoutSums && !around.added && isPlain(layer);
    if (inOne && hasActivatedConv2d()) {
      const relu = activation === 'relu';
      const bias = biasOf(layer, around);
      if (!around.largestNext) return { output: activateConv2d(batch, kernel, bias, { strides, pad, relu }) };
      const output = activateConv2d(batch, kernel, undefined, { strides, pad, relu: false });
      return { output, later: (largest) => addActivated(largest, bias, relu) };
    }
    const before = shifted(tf.conv2d(batch, kernel, strides, pad), layer, around);
    return { before, output: activate(before, activation) };
  },
  withNext(layer, next, input, around) {
    const batch = maps(input);
    const inOne = next.kind === 'maxPool' && !around.added && isPlain(layer);
    if (!inOne || batch.shape[0] < FEWEST_IMAGES || !hasLargestConv2d()) return null;
    const largest = convolveLargest(batch, maps(needed(around, layer, 'kernel')), {
      strides: layer.stride,
      pad: padOf(layer, batch),
      size: pair(next.size),
      stride: next.stride,
      padding: next.padding,
    });
    return addActivated(largest, biasOf(layer, around), layer.activation === 'relu');
  },
};
