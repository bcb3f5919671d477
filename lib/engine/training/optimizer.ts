import * as tf from '@tensorflow/tfjs-core';
import type { TrainingSettings } from '../protocol';

const MOMENTUM = 0.9;

/** The optimizer of a run, with the library's usual further settings. */
export function makeOptimizer({ optimizer, learningRate }: TrainingSettings): tf.Optimizer {
  switch (optimizer) {
    case 'sgd':
      return tf.train.sgd(learningRate);
    case 'momentum':
      return tf.train.momentum(learningRate, MOMENTUM);
    case 'adam':
      return tf.train.adam(learningRate);
    case 'rmsprop':
      return tf.train.rmsprop(learningRate);
  }
}

/** What an optimizer remembers from step to step, outside any backend. */
export type OptimizerState = readonly {
  readonly name: string;
  readonly shape: number[];
  readonly values: Float32Array | Int32Array | Uint8Array;
  readonly type: tf.DataType;
}[];

/** Reads what an optimizer remembers. */
export async function readOptimizer(optimizer: tf.Optimizer): Promise<OptimizerState> {
  const weights = await optimizer.getWeights();
  return Promise.all(
    weights.map(async ({ name, tensor }) => ({
      name,
      shape: tensor.shape,
      values: (await tensor.data()).slice(),
      type: tensor.dtype,
    })),
  );
}

/** Gives an optimizer what another one remembered. */
export async function writeOptimizer(optimizer: tf.Optimizer, state: OptimizerState): Promise<void> {
  const weights = state.map(({ name, shape, values, type }) => ({
    name,
    tensor: tf.tensor(values, shape, type),
  }));
  await optimizer.setWeights(weights);
}
