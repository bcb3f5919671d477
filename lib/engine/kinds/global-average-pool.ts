import * as tf from '@tensorflow/tfjs-core';
import type { GlobalAveragePoolLayer } from '@/lib/kinds/types';
import type { EngineRules } from './types';

export const globalAveragePool: EngineRules<GlobalAveragePoolLayer> = {
  kernels: [],
  forward: (_layer, input) => ({ output: tf.mean(input, [1, 2]) }),
};
