import * as tf from '@tensorflow/tfjs-core';
import { entriesOf } from '@/lib/kinds/parts/weights';
import type { Norms } from '@/lib/network/run';
import { readBack } from '../backends/read-back';
import type { Model } from '../worker/model';

/** The root of the sum of squares over several tensors. */
const length = (tensors: readonly tf.Tensor[]): tf.Tensor =>
  tf.sqrt(tf.addN(tensors.map((tensor) => tf.sum(tf.square(tensor)))));

/** The norm of each layer's weights, and of their gradients where there are some, by the variables' names. */
export async function normsOf(
  model: Model,
  gradients?: Readonly<Record<string, tf.Tensor>>,
): Promise<Record<string, Norms>> {
  const norms: Record<string, Norms> = {};
  for (const id of model.stages) {
    const layer = model.layer(id);
    if (!layer) continue;
    const variables = entriesOf(layer).flatMap(([, variable]) => (variable.trainable ? [variable] : []));
    const weight = await read(variables);
    // Those of a frozen layer have no gradients.
    const slopes = variables.flatMap(({ name }) => gradients?.[name] ?? []);
    norms[id] = { weight, gradient: slopes.length > 0 ? await read(slopes) : null };
  }
  return norms;
}

async function read(tensors: readonly tf.Tensor[]): Promise<number> {
  const scalar = tf.tidy(() => length(tensors));
  try {
    const [value] = await readBack(scalar);
    return value;
  } finally {
    scalar.dispose();
  }
}
