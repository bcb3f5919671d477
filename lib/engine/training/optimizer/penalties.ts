import * as tf from '@tensorflow/tfjs-core';
import type { Model } from '@/lib/engine/worker/model';

/**
 * The kernels' gradients including those of `l2` times the sum of all their squares: 2 l2 w for a weight w.
 * Biases are left unchanged; a kernel without a gradient, in a frozen layer, has none here either. The caller disposes of them.
 */
export function pullsOf(model: Model, gradients: tf.NamedTensorMap, l2: number): tf.NamedTensorMap {
  const kernels = model.stages
    .flatMap((id) => model.layer(id)?.kernel ?? [])
    .filter(({ name }) => gradients[name] !== undefined);
  return tf.tidy(() =>
    Object.fromEntries(
      kernels.map((kernel) => [kernel.name, tf.add(gradients[kernel.name], tf.mul(kernel, 2 * l2))]),
    ),
  );
}
