import * as tf from '@tensorflow/tfjs-core';
import words from '@/words/engine-training';
import { readBack } from '../backends/read-back';
import type { Model } from '../worker/model';
import type { Batch } from './images/batch';

/** Where a run diverged: a step that can't be taken. */
export interface Broken {
  readonly type: 'broken';
  /** The step that was not taken, from 1. */
  readonly step: number;
  /** Whether the loss is not finite, or only its gradient. */
  readonly what: 'loss' | 'gradient';
  /** The first stage with a non-finite output; null where all outputs were finite. */
  readonly stage: string | null;
}

/** A scalar that is finite as long as all gradients are: NaN and infinity survive every sum. */
export const sumOf = (gradients: tf.NamedTensorMap): tf.Scalar =>
  tf.addN(Object.values(gradients).map((gradient) => tf.sum<tf.Scalar>(gradient)));

/** The first stage whose values for a batch, before or after its activation, are not all finite. */
export async function firstBroken(model: Model, { images }: Pick<Batch, 'images'>): Promise<string | null> {
  const stages: string[] = [];
  const checks = tf.tidy(() =>
    model.forwardAll(images).map(({ stage, output, before }) => {
      stages.push(stage.id);
      return tf.all(tf.isFinite(before ?? output));
    }),
  );
  try {
    const read = await Promise.all(checks.map(readBack));
    return stages[read.findIndex(([finite]) => !finite)] ?? null;
  } finally {
    tf.dispose(checks);
  }
}

/** The message to the learner. */
export const brokenSentence = ({ step, what, stage }: Broken): string => {
  return words.broken({ step, what, known: stage ? 'yes' : 'no', stage: stage ?? '' });
};
