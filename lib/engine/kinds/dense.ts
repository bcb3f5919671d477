import * as tf from '@tensorflow/tfjs-core';
import type { DenseLayer } from '@/lib/kinds/types';
import { registerBatchMatMul } from '../kernels/batch-mat-mul';
import { activate, needed, shifted } from './parts/sums';
import type { EngineRules } from './types';

export const dense: EngineRules<DenseLayer> = {
  kernels: [registerBatchMatMul],
  forward(layer, input, around) {
    const before = shifted(tf.matMul(input, needed(around, layer, 'kernel')), layer, around);
    return { before, output: activate(before, layer.activation) };
  },
};
