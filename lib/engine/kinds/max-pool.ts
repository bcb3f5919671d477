import * as tf from '@tensorflow/tfjs-core';
import type { MaxPoolLayer } from '@/lib/kinds/types';
import { registerMaxPool, registerMaxPoolGrad } from '../kernels/pooling/max-pool';
import { maps, pair } from './parts/maps';
import type { EngineRules } from './types';

/** The largest value under each window, ignoring padding. */
export const maxPool: EngineRules<MaxPoolLayer> = {
  kernels: [registerMaxPool, registerMaxPoolGrad],
  passesLargest: true,
  forward: ({ size, stride, padding }, input) => ({
    output: tf.maxPool(maps(input), pair(size), stride, padding),
  }),
};
