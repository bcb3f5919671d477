import * as tf from '@tensorflow/tfjs-core';
import type { Model } from '../model';
import { type Batch, countRight, crossEntropy, type Score } from './batch';

/**
 * One training step: loss, its gradient to every weight, and the optimizer's move against it.
 * The score is the network's before the step. A loss that is no finite number moves nothing.
 */
export async function trainStep(model: Model, optimizer: tf.Optimizer, batch: Batch): Promise<Score> {
  const variables = [...model.variables];
  const { value, grads, right } = tf.tidy(() => {
    const counted: tf.Tensor[] = [];
    const computed = optimizer.computeGradients(() => {
      const logits = model.forward(batch.pictures);
      // Kept, because what is made in here and not answered is disposed of.
      counted.push(tf.keep(countRight(logits, batch.labels)));
      return crossEntropy(logits, batch.labels);
    }, variables);
    return { ...computed, right: counted };
  });
  try {
    const [[loss], [count]] = await Promise.all([value.data(), right[0].data()]);
    if (Number.isFinite(loss)) optimizer.applyGradients(grads);
    return { loss, right: count };
  } finally {
    tf.dispose([value, ...right, ...Object.values(grads)]);
  }
}
