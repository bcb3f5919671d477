import * as tf from '@tensorflow/tfjs-core';
import type { OptimizerState, TrainingSettings } from '../protocol';

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

/** Reads what an optimizer remembers. */
export async function readOptimizer(optimizer: tf.Optimizer): Promise<OptimizerState> {
  const weights = await optimizer.getWeights();
  return Promise.all(
    weights.map(async ({ name, tensor }) => ({
      name,
      shape: tensor.shape,
      values: Float32Array.from(await tensor.data()),
      counts: tensor.dtype === 'int32',
    })),
  );
}

/** Gives an optimizer what another one remembered. */
export async function writeOptimizer(optimizer: tf.Optimizer, state: OptimizerState): Promise<void> {
  const weights = state.map(({ name, shape, values, counts }) => ({
    name,
    tensor: tf.tensor(values, [...shape], counts ? 'int32' : 'float32'),
  }));
  await optimizer.setWeights(weights);
}
