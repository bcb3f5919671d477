import * as tf from '@tensorflow/tfjs-core';
import type { FlattenLayer } from '@/lib/kinds/types';
import type { EngineRules } from './types';

export const flatten: EngineRules<FlattenLayer> = {
  kernels: [],
  forward: (_layer, input) => ({ output: tf.reshape(input, [input.shape[0], -1]) }),
};
