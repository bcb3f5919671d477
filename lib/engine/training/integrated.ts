import * as tf from '@tensorflow/tfjs-core';
import type { Pixels } from '@/lib/network/trace';
import { readBack } from '../backends/read-back';
import type { Model } from '../worker/model';
import { batchOf } from '../worker/trace-stages';

/** How many images of the path go through the network at once. */
const BATCH = 16;

/**
 * Integrated gradients (Sundararajan, Taly and Yan 2017, arXiv:1703.01365) of the logit of `unit`, along the
 * straight path from a black image to this one, sampled at the midpoints of `steps` equal parts. One number
 * for each value of the image: the value times the mean gradient. Leaves no tensor behind.
 */
export async function integratedGradients(
  model: Model,
  pixels: Pixels,
  unit: number,
  steps: number,
): Promise<Float32Array> {
  const sums = new Float64Array(pixels.length);
  for (let first = 0; first < steps; first += BATCH) {
    const count = Math.min(BATCH, steps - first);
    const gradient = tf.tidy(() => {
      const image = batchOf(model, pixels, 1);
      const shares = Array.from({ length: count }, (_, at) => (first + at + 0.5) / steps);
      const path = tf.mul<tf.Tensor4D>(image, tf.tensor4d(shares, [count, 1, 1, 1]));
      const logits = (batch: tf.Tensor) =>
        tf.slice(model.forward(batch as tf.Tensor4D), [0, unit], [count, 1]);
      return tf.sum(tf.grad(logits)(path), 0);
    });
    try {
      const values = await readBack(gradient);
      for (let at = 0; at < sums.length; at++) sums[at] += values[at];
    } finally {
      gradient.dispose();
    }
  }
  return Float32Array.from(sums, (sum, at) => (sum / steps) * pixels[at]);
}
