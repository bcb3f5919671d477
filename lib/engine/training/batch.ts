import * as tf from '@tensorflow/tfjs-core';
import { type LabelledPictures, pictureOf } from '@/lib/data/data-set';
import { type MapShape, size } from '@/lib/tensor/tensor';
import type { Model } from '../worker/model';
import { batchOf } from '../worker/trace-stages';

/** Pictures and their classes on the backend. The caller disposes of both. */
export interface Batch {
  /** [pictures, height, width, channels], raw. */
  readonly pictures: tf.Tensor4D;
  /** [pictures], class indices. */
  readonly labels: tf.Tensor1D;
  readonly count: number;
}

/** What training makes of a picture's bytes, of that shape, before the network meets it; `place` is its place in the set. */
export type Augment = (picture: Uint8Array, shape: MapShape, place: number) => Uint8Array;

/** The pictures of a set with these indices. */
export function pickBatch(
  model: Model,
  set: LabelledPictures,
  indices: readonly number[],
  augment: Augment | null = null,
): Batch {
  const bytes = size(set.shape);
  const pixels = new Uint8Array(indices.length * bytes);
  indices.forEach((index, at) => {
    const picture = pictureOf(set, index);
    pixels.set(augment ? augment(picture, set.shape, index) : picture, at * bytes);
  });
  return {
    pictures: batchOf(model, pixels, indices.length),
    labels: tf.tensor1d(
      indices.map((index) => set.labels[index]),
      'int32',
    ),
    count: indices.length,
  };
}

/** What a network answered to a batch: the mean loss, and the most probable class of each picture. */
export interface Score {
  readonly loss: number;
  readonly answers: ArrayLike<number>;
}

/** The mean cross entropy of logits, [pictures, classes], against the classes: a scalar that gradients run through. */
export function crossEntropy(logits: tf.Tensor2D, labels: tf.Tensor1D): tf.Scalar {
  const wanted = tf.oneHot(labels, logits.shape[1]);
  return tf.losses.softmaxCrossEntropy<tf.Tensor, tf.Scalar>(wanted, logits);
}

/** The class whose logit is largest, for each picture. */
export const answersOf = (logits: tf.Tensor2D): tf.Tensor1D => tf.argMax(logits, 1);
