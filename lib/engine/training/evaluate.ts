import * as tf from '@tensorflow/tfjs-core';
import { range } from 'd3-array';
import type { LabelledImages } from '@/lib/data/data-set';
import type { Pipeline } from '@/lib/network/pipeline';
import { size } from '@/lib/tensor/tensor';
import { readBack } from '../backends/read-back';
import type { Evaluation } from '../examine-protocol';
import type { Model } from '../worker/model';
import { answersOf, crossEntropy, pickBatch } from './images/batch';

/** Fewer images share the reading of the weights, and each part has its own beginning and end. */
const MOST_IMAGES = 64;
/** Of a stage's output, for all images of a part: 32 MB. */
const MOST_VALUES = 2 ** 23;

/** How many images are evaluated at a time: fewer where the network is large. */
export function imagesAtATime({ stages }: Pick<Pipeline, 'stages'>): number {
  const largest = Math.max(...stages.map(({ output }) => size(output)));
  return Math.max(1, Math.min(MOST_IMAGES, Math.floor(MOST_VALUES / largest)));
}

/** The share of the images that were predicted correctly. */
export const accuracyOf = (answers: ArrayLike<number>, labels: ArrayLike<number>): number => {
  let right = 0;
  for (let at = 0; at < answers.length; at++) if (answers[at] === labels[at]) right++;
  return right / answers.length;
};

/** Evaluates the network over a whole set in parts: yields before each. */
export async function* evaluating(model: Model, set: LabelledImages): AsyncGenerator<void, Evaluation> {
  let loss = 0;
  const answers: number[] = [];
  const most = imagesAtATime(model.pipeline);
  for (let from = 0; from < set.count; from += most) {
    yield;
    const indices = range(from, Math.min(from + most, set.count));
    const scores = tf.tidy(() => {
      const { images, labels } = pickBatch(model, set, indices);
      const logits = model.score(images);
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

/** Likewise without a break. `between` is awaited before each part, so that other work gets its turn. */
export const evaluate = (
  model: Model,
  set: LabelledImages,
  between: () => Promise<void>,
): Promise<Evaluation> => allOf(evaluating(model, set), between);

/** Does all parts of some work. `between` is awaited before each. */
export async function allOf<T>(work: AsyncGenerator<void, T>, between: () => Promise<void>): Promise<T> {
  for (;;) {
    const next = await work.next();
    if (next.done) return next.value;
    await between();
  }
}
