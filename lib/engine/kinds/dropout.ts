import * as tf from '@tensorflow/tfjs-core';
import type { DropoutLayer } from '@/lib/kinds/types';
import type { EngineRules } from './types';

/**
 * Dropout (Srivastava et al. 2014): each value is set to 0 with probability `share`, and the rest are scaled
 * up so that the expected sums stay the same. Drawn in JavaScript, so that a seed drops the same values on
 * every backend.
 */
function drop(values: tf.Tensor, share: number, random: () => number): tf.Tensor {
  const raised = 1 / (1 - share);
  const kept = Float32Array.from({ length: values.size }, () => (random() < share ? 0 : raised));
  return tf.mul(values, tf.tensor(kept, values.shape));
}

export const dropout: EngineRules<DropoutLayer> = {
  kernels: [],
  forward: ({ share }, input, { random }) => ({ output: random ? drop(input, share, random) : input }),
};
