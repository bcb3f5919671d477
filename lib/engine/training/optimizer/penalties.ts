import * as tf from '@tensorflow/tfjs-core';
import type { Model } from '@/lib/engine/worker/model';

/**
 * Dropout (Srivastava et al. 2014): each value is set to 0 with probability `share`, and those that stay are raised so
 * that sums stay what they were. Drawn in JavaScript, so that a seed drops the same on every backend.
 */
export function dropout(share: number, random: () => number): (values: tf.Tensor) => tf.Tensor {
  const raised = 1 / (1 - share);
  return (values) => {
    const kept = Float32Array.from({ length: values.size }, () => (random() < share ? 0 : raised));
    return tf.mul(values, tf.tensor(kept, values.shape));
  };
}

/**
 * The kernels' gradients with those of `l2` times the sum of all their squares added: 2 l2 w for a weight w. Biases are
 * left alone. The caller disposes of them.
 */
export function pullsOf(model: Model, gradients: tf.NamedTensorMap, l2: number): tf.NamedTensorMap {
  const kernels = model.stages.flatMap((id) => model.layer(id)?.kernel ?? []);
  return tf.tidy(() =>
    Object.fromEntries(
      kernels.map((kernel) => [kernel.name, tf.add(gradients[kernel.name], tf.mul(kernel, 2 * l2))]),
    ),
  );
}
