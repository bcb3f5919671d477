import * as tf from '@tensorflow/tfjs-core';
import { range } from 'd3-array';
import type { LabelledImages } from '@/lib/data/data-set';
import { readBack } from '../backends/read-back';
import type { Evaluation } from '../examine-protocol';
import type { Model } from '../worker/model';
import { answersOf, crossEntropy, pickBatch } from './images/batch';

/** Images at a time: the batch size of the engine's measurements too. */
const CHUNK = 32;

/** The share of the images that were predicted correctly. */
export const accuracyOf = (answers: ArrayLike<number>, labels: ArrayLike<number>): number => {
  let right = 0;
  for (let at = 0; at < answers.length; at++) if (answers[at] === labels[at]) right++;
  return right / answers.length;
};

/**
 * Evaluates the network over a whole set. `between` is awaited before each chunk, so that other work gets its
 * turn.
 */
export async function evaluate(
  model: Model,
  set: LabelledImages,
  between: () => Promise<void>,
): Promise<Evaluation> {
  let loss = 0;
  const answers: number[] = [];
  for (let from = 0; from < set.count; from += CHUNK) {
    await between();
    const indices = range(from, Math.min(from + CHUNK, set.count));
    const scores = tf.tidy(() => {
      const { images, labels } = pickBatch(model, set, indices);
      const logits = model.forward(images);
      return [crossEntropy(logits, labels), answersOf(logits)];
    });
    try {
      const [[mean], chunk] = await Promise.all(scores.map(readBack));
      loss += mean * indices.length;
      answers.push(...chunk);
    } finally {
      tf.dispose(scores);
    }
  }
  return {
    loss: loss / set.count,
    accuracy: accuracyOf(answers, set.labels),
    count: set.count,
    answers,
  };
}
