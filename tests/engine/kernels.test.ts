import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { randomLcg } from 'd3-random';
import { beforeAll, expect, test } from 'vitest';
import { startWasm } from '@/lib/engine/backends/wasm-backend';
import { registerTrainingKernels } from '@/lib/engine/kernels/register-training';
import { addActivated } from '@/lib/engine/kernels/relu';
import { tensorOfBytes } from '@/lib/engine/kernels/without-copy';
import { applyLayer } from '@/lib/engine/kinds/registry';
import { gradientError } from './support/gradient-error';
import { gradientCases } from './support/gradients';

beforeAll(async () => {
  await startWasm(false);
  registerTrainingKernels();
});

test('gradients of random operations match the CPU backend', async () => {
  const next = gradientCases(20);
  for (let count = 0; count < 90; count++) {
    const gradientCase = next();
    expect(await gradientError(gradientCase), gradientCase.name).toBeLessThan(1e-4);
  }
});

test.each([8, 4, 6])(
  'a bias and ReLU in one pass are to the bit what they are one after the other, with %i channels',
  async (channels) => {
    const random = randomLcg(channels);
    const shapes = [[3, 5, 7, channels], [channels]];
    const inputs = shapes.map((shape) =>
      tf.tensor(
        Float32Array.from({ length: tf.util.sizeFromShape(shape) }, () => random() - 0.5),
        shape,
      ),
    );
    const dy = tf.randomNormal(shapes[0], 0, 1, 'float32', 2);
    for (const relu of [true, false]) {
      const apart = (x: tf.Tensor, bias: tf.Tensor) => (relu ? tf.relu(tf.add(x, bias)) : tf.add(x, bias));
      const inOne = (x: tf.Tensor, bias: tf.Tensor) => addActivated(x, bias, relu);
      const all = async (way: typeof apart) => {
        const { value, grads } = tf.tidy(() => {
          const { value, grads } = tf.valueAndGrads((...given: tf.Tensor[]) => way(given[0], given[1]))(
            inputs,
            dy,
          );
          return { value, grads };
        });
        return Promise.all([value, ...grads].map(async (one) => [...(await one.data())]));
      };
      expect(await all(inOne)).toEqual(await all(apart));
    }
  },
);

/** A pooling's gradient by itself, on the WASM backend. */
async function poolGradient(x: tf.Tensor4D, dy: tf.Tensor4D): Promise<number[]> {
  const gradient = tf.tidy(() =>
    tf.grad((input: tf.Tensor) => tf.maxPool(maps(input), 2, 2, 'valid'))(x, dy),
  );
  return [...(await gradient.data())];
}

const maps = (x: tf.Tensor) => tf.reshape<tf.Rank.R4>(x, [1, 2, 2, 5]);

test('the first of equally large values in a window gets all of the gradient', async () => {
  await tf.setBackend('wasm');
  // Four channels and a fifth: a group that is computed together, and one by itself.
  const x = tf.ones<tf.Rank.R4>([1, 2, 2, 5]);
  const dy = tf.tensor4d([1, 2, 3, 4, 5], [1, 1, 1, 5]);
  const nothing = Array.from({ length: 15 }, () => 0);
  expect(await poolGradient(x, dy)).toEqual([1, 2, 3, 4, 5, ...nothing]);
});

test('a window of nothing but NaN passes its gradient to no one', async () => {
  await tf.setBackend('wasm');
  const x = tf.fill<tf.Rank.R4>([1, 2, 2, 5], Number.NaN);
  const gradient = await poolGradient(x, tf.ones<tf.Rank.R4>([1, 1, 1, 5]));
  expect(gradient.every((value) => value === 0)).toBe(true);
});

test('bytes become numbers, and nothing is left of them once they are disposed of', async () => {
  const bytes = Uint8Array.from({ length: 24 }, (_, at) => 255 - 9 * at);
  for (const backend of ['wasm', 'cpu']) {
    await tf.setBackend(backend);
    const before = tf.memory().numTensors;
    const numbers = tensorOfBytes(bytes, [2, 2, 2, 3]);
    expect(numbers.shape).toEqual([2, 2, 2, 3]);
    expect([...(await numbers.data())]).toEqual([...bytes]);
    numbers.dispose();
    expect(tf.memory().numTensors).toBe(before);
  }
});

test('a copied tensor stays alive when the first one is disposed', async () => {
  await tf.setBackend('wasm');
  const before = tf.memory().numTensors;
  const first = tf.tensor1d([1, 2, 3]);
  const copy = tf.clone(first);
  const cast = tf.cast(copy, 'float32');
  tf.dispose([first, copy]);
  expect([...(await cast.data())]).toEqual([1, 2, 3]);
  cast.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('the sum of all values of a tensor, few or many, is that of its numbers, and what is not finite survives it', async () => {
  await tf.setBackend('wasm');
  const random = randomLcg(5);
  const sumOf = async (numbers: Float32Array, shape: number[]) =>
    (await tf.tidy(() => tf.sum(tf.tensor(numbers, shape))).data())[0];
  for (const shape of [[7], [3, 5], [4096], [3, 3, 96, 128], [12_544, 128], [5000, 3]]) {
    const numbers = Float32Array.from({ length: tf.util.sizeFromShape(shape) }, () => random() - 0.4);
    const wanted = numbers.reduce((all, one) => all + one, 0);
    expect(Math.abs((await sumOf(numbers, shape)) / wanted - 1), String(shape)).toBeLessThan(1e-4);
    numbers[numbers.length >> 1] = Number.NaN;
    expect(await sumOf(numbers, shape), String(shape)).toBeNaN();
  }
});

test('a bias over a hundred thousand positions gets their sum, without the error of single precision', async () => {
  await tf.setBackend('wasm');
  const dy = tf.fill([100_000, 8], 0.1);
  const sums = tf.sum(dy, 0);
  const tenth = Math.fround(0.1);
  for (const sum of await sums.data()) expect(Math.abs(sum / (100_000 * tenth) - 1)).toBeLessThan(1e-5);
});

test('a batch is normalized by its own mean and variance, which it outputs too, whatever the number of channels', async () => {
  await tf.setBackend('wasm');
  // More rows than are added up at once, around a mean far from 0.
  for (const channels of [8, 5]) {
    const x = tf.add(tf.randomNormal([3, 20, 10, channels], 0, 2, 'float32', 7), 100);
    const [gamma, beta] = [tf.fill([channels], 3), tf.fill([channels], -1)];
    const measured: tf.Tensor[] = [];
    const { output } = applyLayer({ id: 'norm', kind: 'batchNormalization', epsilon: 1e-3, momentum: 0 }, x, {
      parameters: { gamma, beta, movingMean: beta, movingVariance: gamma },
      random: () => 0,
      measured: ({ movingMean, movingVariance }) => {
        for (const one of [movingMean, movingVariance]) if (one) measured.push(one);
      },
    });
    const wanted = tf.moments(x, [0, 1, 2]);
    const found = tf.moments(output, [0, 1, 2]);
    const numbers = await Promise.all(
      [measured[0], wanted.mean, measured[1], wanted.variance, found.mean, found.variance].map((one) =>
        one.data(),
      ),
    );
    for (let channel = 0; channel < channels; channel++) {
      const [mean, mean2, variance, variance2, shift, spread] = numbers.map((values) => values[channel]);
      expect(mean).toBeCloseTo(mean2, 3);
      expect(variance).toBeCloseTo(variance2, 2);
      expect(shift).toBeCloseTo(-1, 3);
      expect(spread).toBeCloseTo(9, 1);
    }
  }
});
