import * as tf from '@tensorflow/tfjs-core';
import { paddingAround } from '@/lib/kinds/parts/sliding';
import type { Conv2dLayer } from '@/lib/kinds/types';
import { registerConv2d } from '../kernels/conv2d';
import { registerConv2dBackpropFilter } from '../kernels/conv2d-backprop-filter';
import { registerConv2dBackpropInput } from '../kernels/conv2d-backprop-input';
import { maps, paddingOf } from './parts/maps';
import { activate, needed, shifted } from './parts/sums';
import type { EngineRules } from './types';

/**
 * Padding is given in cells: with "same", the WASM backend's own code treats the padding of an axis as unsigned, and
 * outputs 0 where a stride larger than the kernel makes it negative.
 */
function convolve(layer: Conv2dLayer, input: tf.Tensor4D, kernel: tf.Tensor4D): tf.Tensor4D {
  const { kernel: size, stride, padding } = layer;
  if (padding === 'valid') return tf.conv2d(input, kernel, stride, padding);
  const [, height, width] = input.shape;
  const { rows, columns } = paddingAround({ size, stride, padding }, [height, width]);
  const cells = paddingOf([rows.before, rows.after], [columns.before, columns.after]);
  return tf.conv2d(input, kernel, stride, cells);
}

export const conv2d: EngineRules<Conv2dLayer> = {
  kernels: [registerConv2d, registerConv2dBackpropFilter, registerConv2dBackpropInput],
  forward(layer, input, around) {
    const kernel = maps(needed(around, layer, 'kernel'));
    const before = shifted(convolve(layer, maps(input), kernel), layer, around);
    return { before, output: activate(before, layer.activation) };
  },
};
