import * as tf from '@tensorflow/tfjs-core';
import type { Model } from '../model';
import type { Norms } from '../protocol';
import { answersOf, type Batch, crossEntropy, type Score } from './batch';
import { normsOf } from './norms';

export interface StepScore extends Score {
  /** How large weights and gradients were before the step, where that was asked for. */
  readonly norms: Readonly<Record<string, Norms>> | null;
}

/**
 * One training step: loss, its gradient to every weight, and the optimizer's move against it.
 * The score is the network's before the step. A loss that is no finite number moves nothing.
 */
export async function trainStep(
  model: Model,
  optimizer: tf.Optimizer,
  batch: Batch,
  withNorms = false,
): Promise<StepScore> {
  const { value, grads, answers } = gradientsOf(model, optimizer, batch);
  try {
    const [[loss], classes] = await Promise.all([value.data(), answers.data()]);
    const norms = withNorms ? await normsOf(model, grads) : null;
    if (Number.isFinite(loss)) optimizer.applyGradients(grads);
    return { loss, answers: classes, norms };
  } finally {
    tf.dispose([value, answers, ...Object.values(grads)]);
  }
}

/** Loss, answers and gradients of a batch. The caller disposes of them. */
function gradientsOf(model: Model, optimizer: tf.Optimizer, batch: Batch) {
  const variables = [...model.variables];
  return tf.tidy(() => {
    const kept: tf.Tensor[] = [];
    const computed = optimizer.computeGradients(() => {
      const logits = model.forward(batch.pictures);
      // Kept, because what is made in here and not answered is disposed of.
      kept.push(tf.keep(answersOf(logits)));
      return crossEntropy(logits, batch.labels);
    }, variables);
    return { ...computed, answers: kept[0] };
  });
}
