import * as tf from '@tensorflow/tfjs-core';
import { ownValues } from '@/lib/engine/worker/own-values';
import type { OptimizerState } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import { Adam } from './adam';

const MOMENTUM = 0.9;

/** The library's, which forgets to dispose of its learning rate. */
class Momentum extends tf.MomentumOptimizer {
  override dispose(): void {
    super.dispose();
    this.c.dispose();
  }
}

/** The optimizer of a run, with the library's usual further settings. */
export function makeOptimizer({ optimizer, learningRate }: TrainingSettings): tf.Optimizer {
  switch (optimizer) {
    case 'sgd':
      return tf.train.sgd(learningRate);
    case 'momentum':
      return new Momentum(learningRate, MOMENTUM);
    case 'adam':
      return new Adam(learningRate);
    case 'rmsprop':
      return tf.train.rmsprop(learningRate);
  }
}

/** Reads what an optimizer remembers. */
export async function readOptimizer(optimizer: tf.Optimizer): Promise<OptimizerState> {
  const weights = await optimizer.getWeights();
  try {
    return await Promise.all(
      weights.map(async ({ name, tensor }) => ({
        name,
        shape: tensor.shape,
        values: await ownValues(tensor),
        counts: tensor.dtype === 'int32',
      })),
    );
  } finally {
    // Some of what was answered was made for the answer; what the optimizer goes on with are variables.
    tf.dispose(weights.map(({ tensor }) => tensor).filter((tensor) => !(tensor instanceof tf.Variable)));
  }
}

/** Gives an optimizer what another one remembered. */
export async function writeOptimizer(optimizer: tf.Optimizer, state: OptimizerState): Promise<void> {
  const weights = state.map(({ name, shape, values, counts }) => ({
    name,
    tensor: tf.tensor(values, [...shape], counts ? 'int32' : 'float32'),
  }));
  await optimizer.setWeights(weights);
  tf.dispose(weights.map(({ tensor }) => tensor));
}
