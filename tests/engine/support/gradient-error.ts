/** How far our kernels are from the CPU backend. */
import * as tf from '@tensorflow/tfjs-core';
import type { GradientCase, Values } from './gradients';

const tensorOf = ({ shape, values }: Values) => tf.tensor(values, shape);

/** The output of a case and the gradients to all of its inputs, on one backend. */
async function computed(
  backend: string,
  { inputs, dy, apply, onlyGradients }: GradientCase,
): Promise<Float32Array[]> {
  await tf.setBackend(backend);
  const answers = tf.tidy(() => {
    const tensors = inputs.map(tensorOf);
    return [...(onlyGradients ? [] : [apply(...tensors)]), ...tf.grads(apply)(tensors, tensorOf(dy))];
  });
  const read = await Promise.all(answers.map(async (answer) => Float32Array.from(await answer.data())));
  tf.dispose(answers);
  return read;
}

/** The largest difference of two tensors, relative to the largest value of the second. NaN anywhere is infinite. */
function difference(ours: Float32Array, theirs: Float32Array): number {
  const scale = theirs.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const apart = ours.reduce((most, value, at) => Math.max(most, Math.abs(value - theirs[at])), 0);
  if (ours.length !== theirs.length || Number.isNaN(apart)) return Number.POSITIVE_INFINITY;
  return apart === 0 ? 0 : apart / scale;
}

/** How far the WASM backend's output and gradients are from the CPU backend's: the largest relative difference. */
export async function gradientError(gradientCase: GradientCase): Promise<number> {
  const theirs = await computed('cpu', gradientCase);
  const ours = await computed('wasm', gradientCase);
  return Math.max(...ours.map((values, at) => difference(values, theirs[at])));
}
