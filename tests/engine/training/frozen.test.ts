import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { OWN } from '@/lib/network/handle';
import { initialWeights } from '@/lib/network/initial-weights';
import type { TrainingSettings } from '@/lib/network/settings';
import type { WeightSet } from '@/lib/network/weights';
import { must } from '@/lib/result';
import words from '@/words/engine-training';
import { isOf, SETTINGS, SMALL, smallEngine } from '../support/small';

const [input, normalize, conv1, pool1, ...rest] = SMALL.layers;
/** With a layer that measures its batches in training. */
const NORMALIZED: Architecture = {
  ...SMALL,
  name: 'normalized',
  layers: [
    input,
    normalize,
    conv1,
    { id: 'batchNorm', kind: 'batchNormalization', epsilon: 1e-3, momentum: 0.9 },
    pool1,
    ...rest,
  ],
};
const SHORT: TrainingSettings = { ...SETTINGS, optimizer: 'sgd', learningRate: 0.05, epochs: 1, images: 100 };
const STILL = ['conv1', 'batchNorm'];

const started = (architecture: Architecture, seed: number): WeightSet =>
  initialWeights(must(buildPipeline(architecture)), seed);

/** Trains from the initial weights of the seed, or from those that the network is opened with. */
async function run(settings: TrainingSettings, opened: WeightSet | null = null) {
  const { orders, until, losses, engine } = await smallEngine(NORMALIZED);
  if (opened) must(await engine.load(NORMALIZED, { weights: opened }));
  must(await orders.begin(settings));
  await until(isOf('finished'));
  return { losses: losses(), weights: must(await engine.weights(OWN)), log: engine.network.log };
}

describe('layers that are frozen', () => {
  test('keep all their numbers to the bit, also those that are measured, while the others learn', async () => {
    const before = started(NORMALIZED, SHORT.seed);
    const { weights } = await run({ ...SHORT, frozen: STILL, l2: 0.01 });
    for (const id of STILL) expect(weights[id]).toEqual(before[id]);
    expect(weights.output).not.toEqual(before.output);
  });

  test('leave the step of the others as plain arithmetic has it', async () => {
    // One step of gradient descent on all of 50 images: both layers' weights move against the same gradient.
    const settings = { ...SHORT, images: 50 };
    const { orders, until, engine } = await smallEngine(SMALL);
    must(await orders.begin(settings));
    await until(isOf('finished'));
    const all = must(await engine.weights(OWN));
    const again = await smallEngine(SMALL);
    must(await again.orders.begin({ ...settings, frozen: ['conv1'] }));
    await again.until(isOf('finished'));
    const some = must(await engine.weights(OWN));
    expect(some.output).toEqual(all.output);
    expect(some.conv1).toEqual(started(SMALL, settings.seed).conv1);
    expect(all.conv1).not.toEqual(some.conv1);
  });

  test('leave no tensor behind, and the same run resumes', async () => {
    await run({ ...SHORT, frozen: STILL });
    const tensors = tf.memory().numTensors;
    const { log } = await run({ ...SHORT, frozen: STILL });
    expect(tf.memory().numTensors).toBe(tensors);
    expect(log?.settings.frozen).toEqual(STILL);
    // The gradient of a frozen layer is not computed.
    expect(log?.epochs.at(-1)?.norms.conv1.gradient).toBeNull();
    expect(log?.epochs.at(-1)?.norms.output.gradient).toBeGreaterThan(0);
  });

  test('can’t be all', async () => {
    const { orders } = await smallEngine(NORMALIZED);
    const refused = await orders.begin({ ...SHORT, frozen: [...STILL, 'output'] });
    expect(refused).toMatchObject({ ok: false, problem: { sentence: words.allFrozen() } });
  });
});

describe('a run that begins with opened weights', () => {
  test('begins with exactly those, again and again', async () => {
    const opened = started(NORMALIZED, 77);
    const settings: TrainingSettings = { ...SHORT, initialisation: 'opened', frozen: STILL };
    const first = await run(settings, opened);
    for (const id of STILL) expect(first.weights[id]).toEqual(opened[id]);
    const drawn = await run({ ...SHORT, frozen: STILL });
    expect(first.losses[0]).not.toBe(drawn.losses[0]);
    expect((await run(settings, opened)).losses).toEqual(first.losses);
  });

  test('needs a network that was opened with weights', async () => {
    const { orders } = await smallEngine(SMALL);
    const refused = await orders.begin({ ...SHORT, initialisation: 'opened' });
    expect(refused).toMatchObject({ ok: false, problem: { sentence: words.notOpened() } });
  });
});
