import * as tf from '@tensorflow/tfjs-core';
import { coveredBy, paddingAround, slideOver } from '@/lib/kinds/parts/sliding';
import type { AveragePoolLayer } from '@/lib/kinds/types';
import { registerAvgPoolGrad } from '../kernels/pooling/avg-pool-grad';
import { maps, paddingOf, pair } from './parts/maps';
import type { EngineRules } from './types';

/**
 * The mean under each window. Padding is added by hand and its share removed afterwards: the library's own
 * gradients of a padded average divide by the whole window, on every backend.
 */
function averages({ size, stride, padding }: AveragePoolLayer, input: tf.Tensor4D): tf.Tensor4D {
  const sliding = { size, stride, padding };
  const [, height, width] = input.shape;
  const { rows, columns } = paddingAround(sliding, [height, width]);
  if (rows.before + rows.after + columns.before + columns.after === 0)
    return tf.avgPool(input, pair(size), stride, 'valid');
  const padded = tf.pad(input, paddingOf([rows.before, rows.after], [columns.before, columns.after]));
  const [down, across] = slideOver(sliding, [height, width, 1]);
  const shares = Array.from({ length: down * across }, (_, at) => {
    const places = coveredBy(sliding, [height, width, 1], Math.floor(at / across), at % across);
    return places.length / places.filter((place) => !place.padded).length;
  });
  return tf.mul(tf.avgPool(padded, pair(size), stride, 'valid'), tf.tensor4d(shares, [1, down, across, 1]));
}

export const averagePool: EngineRules<AveragePoolLayer> = {
  kernels: [registerAvgPoolGrad],
  forward: (layer, input) => ({ output: averages(layer, maps(input)) }),
};
