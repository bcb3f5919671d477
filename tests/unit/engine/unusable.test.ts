import { kernelOf } from '../support/parameters';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { unusableEpochs } from '@/lib/engine/runs/unusable';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { initialWeights } from '@/lib/network/initial-weights';
import { packWeights } from '@/lib/run/packed';
import type { RecordedRun } from '@/lib/run/run-file';
import { must } from '../support/result';

const SMALL: Architecture = {
  name: 'small',
  input: [8, 8, 3],
  classes: ['a', 'b'],
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'conv1', kind: 'conv2d', filters: 2, kernel: 3, stride: 1, padding: 'valid', activation: 'relu' },
    { id: 'flatten', kind: 'flatten' },
    { id: 'output', kind: 'dense', units: 2, activation: 'softmax' },
  ],
};

beforeAll(() => tf.setBackend('cpu'));

/** A run of three epochs; in the last two, all weights of a layer have this value. */
function runWith(layer: string, value: number | null): RecordedRun {
  const pipeline = must(buildPipeline(SMALL));
  const epochs = [0, 1, 2].map((epoch) => {
    const weights = initialWeights(pipeline, 1);
    if (epoch > 0 && value !== null) kernelOf(weights[layer]).values.fill(value);
    return [epoch, { step: epoch, tensors: new Map(packWeights(weights)) }] as const;
  });
  return {
    log: {
      settings: { optimizer: 'adam', learningRate: 0.001, batchSize: 1, epochs: 2, seed: 1 },
      architecture: SMALL,
      backend: 'cpu',
      labels: { training: [], heldOut: [] },
      epochs: [],
    },
    epochs: new Map(epochs),
    resumable: null,
  };
}

test.each([
  ['as they begin', 'conv1', null, null],
  ['absurd in a convolution', 'conv1', 3e38, { epochs: [1, 2], stage: 'conv1' }],
  ['absurd downwards', 'output', -3e38, { epochs: [1, 2], stage: 'output' }],
  ['only together too large', 'conv1', 4.5e34, { epochs: [1, 2], stage: 'output' }],
  ['large, and computed with', 'conv1', 1e30, null],
  ['all zero', 'conv1', 0, null],
] as const)('weights that are %s', async (_name, layer, value, unusable) => {
  const before = tf.memory().numTensors;
  expect(await unusableEpochs(runWith(layer, value), 'file-1')).toEqual(unusable);
  // Nothing of it stays behind, and the next file may have the same name.
  expect(tf.memory().numTensors).toBe(before);
});
