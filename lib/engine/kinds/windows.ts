/** Sliding windows: convolution and pooling on a batch, [images, height, width, channels]. */
import * as tf from '@tensorflow/tfjs-core';
import { sidesOf } from '@/lib/kinds/parts/sides';
import { coveredBy, paddingAround, slideOver } from '@/lib/kinds/parts/sliding';
import type { AveragePoolLayer, Conv2dLayer, MaxPoolLayer, Sides } from '@/lib/kinds/types';

/** Height and width in the form of the library. */
function pair(size: Sides): [height: number, width: number] {
  const [height, width] = sidesOf(size);
  return [height, width];
}

/**
 * A convolution. Padding is given in cells: with "same", the WASM backend's own code treats the padding of an
 * axis as unsigned, and outputs 0 where a stride larger than the kernel makes it negative.
 */
export function convolve(layer: Conv2dLayer, input: tf.Tensor4D, kernel: tf.Tensor4D): tf.Tensor4D {
  const { kernel: size, stride, padding } = layer;
  if (padding === 'valid') return tf.conv2d(input, kernel, stride, padding);
  const [, height, width] = input.shape;
  const { rows, columns } = paddingAround({ size, stride, padding }, [height, width]);
  return tf.conv2d(input, kernel, stride, [
    [0, 0],
    [rows.before, rows.after],
    [columns.before, columns.after],
    [0, 0],
  ]);
}

/** The largest value under each window, ignoring padding. */
export const largest = ({ size, stride, padding }: MaxPoolLayer, input: tf.Tensor4D): tf.Tensor4D =>
  tf.maxPool(input, pair(size), stride, padding);

/**
 * The mean under each window. Padding is added by hand and its share removed afterwards: the library's own
 * gradients of a padded average divide by the whole window, on every backend.
 */
export function averages({ size, stride, padding }: AveragePoolLayer, input: tf.Tensor4D): tf.Tensor4D {
  const sliding = { size, stride, padding };
  const [, height, width] = input.shape;
  const { rows, columns } = paddingAround(sliding, [height, width]);
  if (rows.before + rows.after + columns.before + columns.after === 0)
    return tf.avgPool(input, pair(size), stride, 'valid');
  const padded = tf.pad(input, [
    [0, 0],
    [rows.before, rows.after],
    [columns.before, columns.after],
    [0, 0],
  ]);
  const [down, across] = slideOver(sliding, [height, width, 1]);
  const shares = Array.from({ length: down * across }, (_, at) => {
    const places = coveredBy(sliding, [height, width, 1], Math.floor(at / across), at % across);
    return places.length / places.filter((place) => !place.padded).length;
  });
  return tf.mul(tf.avgPool(padded, pair(size), stride, 'valid'), tf.tensor4d(shares, [1, down, across, 1]));
}
