import * as tf from '@tensorflow/tfjs-core';
import type { Model, StageOutput } from './model';
import type { Pixels, StageTrace } from './protocol';

/** A copy, because what `data()` answers may be the backend's own memory, and traces are given away. */
const copied = async (tensor: tf.Tensor) => Float32Array.from(await tensor.data());

async function read({ stage, output, before }: StageOutput): Promise<StageTrace> {
  const traced = { stage: stage.id, shape: stage.output, values: await copied(output) };
  return before ? { ...traced, before: await copied(before) } : traced;
}

/** A batch of raw pictures as the model takes it, [count, height, width, channels]. */
export function batchOf(model: Model, pixels: Pixels, count: number): tf.Tensor4D {
  const [height, width, channels] = model.pipeline.architecture.input;
  return tf.tensor4d(Float32Array.from(pixels), [count, height, width, channels]);
}

/** Sends one picture through every stage that has its weights, and reads all values back. Leaves no tensor behind. */
export async function traceStages(model: Model, pixels: Pixels): Promise<readonly StageTrace[]> {
  let outputs: readonly StageOutput[] = [];
  const tensors = tf.tidy(() => {
    outputs = model.forwardAll(batchOf(model, pixels, 1));
    return outputs.flatMap(({ output, before }) => (before ? [output, before] : [output]));
  });
  try {
    return await Promise.all(outputs.map(read));
  } finally {
    tf.dispose(tensors);
  }
}

/** Probabilities of pictures, [count, classes]. */
export async function predictBatch(model: Model, pixels: Pixels, count: number): Promise<Float32Array> {
  const probabilities = tf.tidy(() => tf.softmax(model.forward(batchOf(model, pixels, count))));
  try {
    return await copied(probabilities);
  } finally {
    probabilities.dispose();
  }
}
