import * as tf from '@tensorflow/tfjs-core';
import type { Pixels, Shown, StageTrace } from '@/lib/network/trace';
import { count } from '@/lib/tensor/counted';
import type { Shape } from '@/lib/tensor/tensor';
import { tensorOfBytes } from '../kernels/without-copy';
import type { Model, StageOutput } from './model';
import { ownValues } from './own-values';

/** A batch of raw images in the form of the model's input, [count, height, width, channels]. */
export function batchOf(model: Model, pixels: Pixels, count: number): tf.Tensor4D {
  const [height, width, channels] = model.pipeline.architecture.input;
  return tensorOfBytes(pixels, [count, height, width, channels]);
}

/**
 * Sends one image through every stage that has its weights, and reads all values with their statistics.
 * Leaves no tensor behind.
 */
export async function traceStages(model: Model, pixels: Pixels): Promise<readonly StageTrace[]> {
  const stages = await readAll(() => model.forwardAll(batchOf(model, pixels, 1)));
  return stages.map((stage) => ({ ...stage, counted: count(stage) }));
}

/**
 * The same for the shown channels only, without the values before activations; channels in the given order.
 */
export const traceShown = (model: Model, pixels: Pixels, shown: Shown): Promise<readonly StageTrace[]> =>
  readAll(() =>
    model.forwardAll(batchOf(model, pixels, 1)).map(({ stage, output }) => {
      const channels = shown[stage.id];
      if (!channels) return { stage, output };
      return { stage, output: tf.gather(output, tf.tensor1d([...channels], 'int32'), output.rank - 1) };
    }),
  );

async function readAll(run: () => readonly StageOutput[]): Promise<readonly StageTrace[]> {
  let outputs: readonly StageOutput[] = [];
  const tensors = tf.tidy(() => {
    outputs = run();
    return outputs.flatMap(({ output, before }) => (before ? [output, before] : [output]));
  });
  try {
    return await Promise.all(outputs.map(read));
  } finally {
    tf.dispose(tensors);
  }
}

async function read({ stage, output, before }: StageOutput): Promise<StageTrace> {
  const traced = { stage: stage.id, shape: shapeOf(output), values: await ownValues(output) };
  return before ? { ...traced, before: await ownValues(before) } : traced;
}

/** The shape of one image's values: maps, or a vector. */
function shapeOf({ shape }: tf.Tensor): Shape {
  const [, first, ...others] = shape;
  return others.length === 2 ? [first, others[0], others[1]] : [first];
}

/** Probabilities of images, [count, classes]. */
export async function predictBatch(model: Model, pixels: Pixels, count: number): Promise<Float32Array> {
  const probabilities = tf.tidy(() => tf.softmax(model.score(batchOf(model, pixels, count))));
  try {
    return await ownValues(probabilities);
  } finally {
    probabilities.dispose();
  }
}
