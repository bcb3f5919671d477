import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { randomLcg, randomNormal } from 'd3-random';
import { beforeAll, describe, expect, test } from 'vitest';
import { startWasm } from '@/lib/engine/backends/wasm-backend';
import { registerTrainingKernels } from '@/lib/engine/kernels/register-training';
import { Adam } from '@/lib/engine/training/optimizer/adam';
import { makeOptimizer, readOptimizer, writeOptimizer } from '@/lib/engine/training/optimizer/optimizer';
import type { Optimizer, TrainingSettings } from '@/lib/network/settings';

beforeAll(async () => {
  await startWasm(false);
  registerTrainingKernels();
});

// A multiple of four numbers and a remainder.
const SIZE = 103;
const normal = randomNormal.source(randomLcg(5))(0, 1);
const numbers = () => Float32Array.from({ length: SIZE }, normal);
const START = numbers();
const GRADIENTS = Array.from({ length: 9 }, numbers);

/** Moves a variable by all gradients from `from` on; returns its value then. */
async function walk(optimizer: tf.Optimizer, begin: Float32Array, from: number, to: number) {
  const variable = tf.tidy(() => tf.variable(tf.tensor1d(begin), true, 'walker'));
  for (const gradient of GRADIENTS.slice(from, to))
    tf.tidy(() => optimizer.applyGradients({ walker: tf.tensor1d(gradient) }));
  const end = Float32Array.from(await variable.data());
  variable.dispose();
  return end;
}

const settings = (optimizer: Optimizer): TrainingSettings => ({
  optimizer,
  learningRate: 0.01,
  batchSize: 1,
  epochs: 1,
  seed: 1,
});

describe.each(['wasm', 'cpu'])('on %s', (backend) => {
  test('Adam moves like the library’s, to the bit', async () => {
    await tf.setBackend(backend);
    const ours = await walk(new Adam(0.01), START, 0, GRADIENTS.length);
    const theirs = await walk(tf.train.adam(0.01), START, 0, GRADIENTS.length);
    expect(ours).toEqual(theirs);
  });

  test.each(['sgd', 'momentum', 'adam', 'rmsprop'] as const)(
    '%s resumes to the bit from its state',
    async (name) => {
      await tf.setBackend(backend);
      const tensors = tf.memory().numTensors;
      const whole = makeOptimizer(settings(name));
      const end = await walk(whole, START, 0, GRADIENTS.length);
      const first = makeOptimizer(settings(name));
      const middle = await walk(first, START, 0, 4);
      const second = makeOptimizer(settings(name));
      await writeOptimizer(second, await readOptimizer(first));
      expect(await walk(second, middle, 4, GRADIENTS.length)).toEqual(end);
      for (const optimizer of [whole, first, second]) optimizer.dispose();
      expect(tf.memory().numTensors).toBe(tensors);
    },
  );
});
