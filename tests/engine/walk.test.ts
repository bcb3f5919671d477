import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startWasm } from '@/lib/engine/backends/wasm-backend';
import { registerTrainingKernels } from '@/lib/engine/kernels/register-training';
import { walk } from '@/lib/engine/kinds/walk';
import { pipelineOf } from '@/lib/network/pipeline';

beforeAll(async () => {
  await startWasm(false);
  registerTrainingKernels();
});

const conv = (id: string, bias: boolean) =>
  ({
    id,
    kind: 'conv2d',
    filters: 16,
    kernel: 3,
    stride: 1,
    padding: 'same',
    activation: 'relu',
    bias,
  }) as const;
const pool = (id: string, size: number) =>
  ({ id, kind: 'maxPool', size, stride: 2, padding: 'valid' }) as const;

/** Windows apart and windows that overlap; with a bias and ReLU of the layer's own, and with a ReLU that is a layer. */
const { stages } = pipelineOf({
  name: 'pooled',
  input: [13, 12, 3],
  layers: [
    { id: 'input', kind: 'input' },
    conv('first', true),
    pool('apart', 2),
    { ...conv('second', false), activation: 'linear' },
    { id: 'relu', kind: 'activation', activation: 'relu' },
    pool('overlapping', 3),
    { id: 'flatten', kind: 'flatten' },
    { id: 'dense', kind: 'dense', units: 2, activation: 'softmax' },
  ],
  classes: ['one', 'other'],
});

test('what a pooling leaves for later gives the same numbers and gradients as what is looked at on the way', async () => {
  const x = tf.randomUniform([3, 13, 12, 3], -1, 1, 'float32', 1);
  const shapes = { first: [3, 3, 3, 16], second: [3, 3, 16, 16] };
  const kernels = Object.values(shapes).map((shape, at) => tf.randomUniform(shape, -1, 1, 'float32', at + 2));
  const bias = tf.randomUniform([16], -0.5, 0.5, 'float32', 5);
  const pooled = stages.slice(0, 6);
  const through = (looked: boolean) => {
    const visited: string[] = [];
    const apply = (first: tf.Tensor, second: tf.Tensor, shift: tf.Tensor) =>
      walk(
        {
          stages: pooled,
          mode: 'inference',
          parametersOf: (id) =>
            ({ first: { kernel: first, bias: shift }, second: { kernel: second } })[id] ?? undefined,
          ...(looked && { visit: ({ id }) => visited.push(id) }),
        },
        x,
      ).output;
    const { value, grads } = tf.valueAndGrads((...all) => tf.sum(tf.square(apply(all[0], all[1], all[2]))))([
      ...kernels,
      bias,
    ]);
    const output = tf.tidy(() => apply(kernels[0], kernels[1], bias));
    expect(visited.length > 0).toBe(looked);
    return [output, value, ...grads];
  };
  const [plain, looked] = await Promise.all(
    [false, true].map((is) => Promise.all(through(is).map((one) => one.data()))),
  );
  expect(Math.max(...plain[0])).toBeGreaterThan(0);
  expect(plain[0]).toEqual(looked[0]);
  for (const [at, values] of looked.entries()) {
    const most = Math.max(...Array.from(values, Math.abs));
    for (const [place, value] of values.entries())
      expect(Math.abs(plain[at][place] - value)).toBeLessThanOrEqual(1e-5 * most);
  }
});
