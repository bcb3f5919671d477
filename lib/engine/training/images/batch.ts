import * as tf from '@tensorflow/tfjs-core';
import { imageOf, type LabelledImages } from '@/lib/data/data-set';
import { type MapShape, size } from '@/lib/tensor/tensor';
import type { Model } from '../../worker/model';
import { batchOf } from '../../worker/trace-stages';

/** Images and their classes on the backend. The caller disposes of both. */
export interface Batch {
  /** [images, height, width, channels], raw. */
  readonly images: tf.Tensor4D;
  /** [images], class indices. */
  readonly labels: tf.Tensor1D;
  readonly count: number;
}

/**
 * Changes an image's bytes, of that shape, before training; `place` is its index in the set, and `at` that in the batch.
 */
export type Augment = (image: Uint8Array, shape: MapShape, place: number, at: number) => Uint8Array;

/** The images of a set with these indices. */
export function pickBatch(
  model: Model,
  set: LabelledImages,
  indices: readonly number[],
  augment: Augment | null = null,
): Batch {
  const bytes = size(set.shape);
  const pixels = new Uint8Array(indices.length * bytes);
  indices.forEach((index, at) => {
    const image = imageOf(set, index);
    pixels.set(augment ? augment(image, set.shape, index, at) : image, at * bytes);
  });
  return {
    images: batchOf(model, pixels, indices.length),
    labels: tf.tensor1d(
      indices.map((index) => set.labels[index]),
      'int32',
    ),
    count: indices.length,
  };
}

/** A network's result for a batch: the mean loss, and the most probable class of each image. */
export interface Score {
  readonly loss: number;
  readonly answers: ArrayLike<number>;
}

/** The mean cross entropy of logits, [images, classes], against the classes: a differentiable scalar. */
export function crossEntropy(logits: tf.Tensor2D, labels: tf.Tensor1D): tf.Scalar {
  const wanted = tf.oneHot(labels, logits.shape[1]);
  return tf.losses.softmaxCrossEntropy<tf.Tensor, tf.Scalar>(wanted, logits);
}

/** The class whose logit is largest, for each image. */
export const answersOf = (logits: tf.Tensor2D): tf.Tensor1D => tf.argMax(logits, 1);
