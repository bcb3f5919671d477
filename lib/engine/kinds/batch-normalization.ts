import * as tf from '@tensorflow/tfjs-core';
import type { BatchNormalizationLayer } from '@/lib/kinds/types';
import { NORMALIZE_BATCH, registerNormalizeBatch } from '../kernels/normalize-batch';
import { needed } from './parts/sums';
import type { EngineRules } from './types';

/** A batch normalized by its own mean and variance, which are answered too. */
function overBatch(x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor, epsilon: number) {
  if (tf.getKernel(NORMALIZE_BATCH, tf.getBackend())) {
    const [output, mean, variance] = tf
      .engine()
      .runKernel<tf.Tensor[]>(NORMALIZE_BATCH, { x, gamma, beta }, { epsilon });
    return { output, mean, variance };
  }
  const { mean, variance } = tf.moments(
    x,
    x.shape.slice(0, -1).map((_, axis) => axis),
  );
  const normalized = tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, epsilon)));
  return { output: tf.add(tf.mul(normalized, gamma), beta), mean, variance };
}

const blended = (old: tf.Tensor, fresh: tf.Tensor, momentum: number): tf.Tensor =>
  tf.add(tf.mul(old, momentum), tf.mul(fresh, 1 - momentum));

/**
 * In training by the mean and variance of the batch, which also update the moving ones; otherwise by those.
 * Variances are those of the batch itself, without Bessel's correction.
 */
export const batchNormalization: EngineRules<BatchNormalizationLayer> = {
  kernels: [registerNormalizeBatch],
  forward(layer, input, around) {
    const [gamma, beta, mean, variance] = (['gamma', 'beta', 'movingMean', 'movingVariance'] as const).map(
      (name) => needed(around, layer, name),
    );
    const batch = around.random ? overBatch(input, gamma, beta, layer.epsilon) : null;
    const own = batch ?? { mean, variance };
    if (batch)
      around.measured?.({
        movingMean: blended(mean, own.mean, layer.momentum),
        movingVariance: blended(variance, own.variance, layer.momentum),
      });
    const met = () => tf.mul(tf.sub(input, own.mean), tf.rsqrt(tf.add(own.variance, layer.epsilon)));
    const answer = batch?.output ?? tf.add(tf.mul(met(), gamma), beta);
    return { met, output: around.added ? tf.add(answer, around.added) : answer };
  },
};
