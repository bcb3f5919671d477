import * as tf from '@tensorflow/tfjs-core';
import { ownValues, valuesIn } from '@/lib/engine/worker/own-values';
import type { Place } from '@/lib/engine/worker/state-memory';
import type { OptimizerState } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import { Adam } from './adam';

const MOMENTUM = 0.9;

/** The library's class does not dispose of its learning rate. */
class Momentum extends tf.MomentumOptimizer {
  override dispose(): void {
    super.dispose();
    this.c.dispose();
  }
}

/** The optimizer of a run, with the library's defaults for its other settings. */
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

/** Reads an optimizer's state, into `place`. */
export async function readOptimizer(optimizer: tf.Optimizer, place?: Place): Promise<OptimizerState> {
  const weights = await optimizer.getWeights();
  try {
    return await Promise.all(
      weights.map(async ({ name, tensor }) => ({
        name,
        shape: tensor.shape,
        values: await (place ? valuesIn(tensor, place) : ownValues(tensor)),
        counts: tensor.dtype === 'int32',
      })),
    );
  } finally {
    // Some of the returned tensors are temporary; the optimizer's own are variables.
    tf.dispose(weights.map(({ tensor }) => tensor).filter((tensor) => !(tensor instanceof tf.Variable)));
  }
}

/** Gives an optimizer the state of another one. */
export async function writeOptimizer(optimizer: tf.Optimizer, state: OptimizerState): Promise<void> {
  const weights = state.map(({ name, shape, values, counts }) => ({
    name,
    tensor: tf.tensor(values, [...shape], counts ? 'int32' : 'float32'),
  }));
  await optimizer.setWeights(weights);
  tf.dispose(weights.map(({ tensor }) => tensor));
}
