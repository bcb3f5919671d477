import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { OWN } from '@/lib/network/handle';
import type { TrainingSettings } from '@/lib/network/settings';
import { must } from '@/lib/result';
import { bestEpoch } from '@/lib/run/early-stopping';
import { isOf, SETTINGS, SMALL, smallEngine } from '../support/small';

/** So few images, half of them with a wrong label, are soon memorized: the validation loss turns after some epochs. */
const MEMORIZES: TrainingSettings = {
  ...SETTINGS,
  images: 100,
  labelNoise: 0.3,
  learningRate: 0.01,
  epochs: 40,
  patience: 2,
  balance: true,
};

async function run(settings: TrainingSettings, cutAt: number | null = null) {
  const { orders, until, engine, events } = await smallEngine();
  if (cutAt === null) must(await orders.begin(settings));
  else {
    for (let epoch = 0; epoch < cutAt; epoch++) {
      events.length = 0;
      must(await orders.epoch(settings));
      await until(isOf('paused'));
    }
    // As after a reload: the run is the one that this browser stores.
    must(await engine.load(SMALL, 'kept'));
    events.length = 0;
    must(await orders.resume());
  }
  await until(isOf('finished'));
  const { log, state } = engine.network;
  const epochs = log?.epochs.map(({ milliseconds, ...record }) => record) ?? [];
  return { epochs, state, weights: must(await engine.weights(OWN)), engine };
}

test('a run stops when the validation loss stops falling, and keeps exactly the best epoch’s weights', async () => {
  const stopped = await run(MEMORIZES);
  const last = stopped.epochs.at(-1)?.epoch ?? 0;
  const best = bestEpoch(stopped.epochs) ?? 0;
  expect(best).toBeGreaterThan(0);
  expect(last).toBe(best + 2);
  expect(last).toBeLessThan(MEMORIZES.epochs);
  expect(stopped.state).toMatchObject({ epoch: best, step: best * 2, origin: 'trained' });
  expect(stopped.engine.network.resumable).toBeNull();
  // Stored like that for the next visit.
  expect(must(await stopped.engine.load(SMALL, 'kept'))).toEqual(stopped.state);
  expect(must(await stopped.engine.weights(OWN))).toEqual(stopped.weights);
  // The weights of a run that ends there by itself.
  const { patience: _, ...endless } = MEMORIZES;
  const short = await run({ ...endless, epochs: best });
  expect(stopped.weights).toEqual(short.weights);
});

test('a run that is left just after its best epoch and resumed ends with the same weights', async () => {
  const whole = await run(MEMORIZES);
  const best = bestEpoch(whole.epochs) ?? 0;
  const tensors = tf.memory().numTensors;
  const cut = await run(MEMORIZES, best + 1);
  expect(cut.epochs).toEqual(whole.epochs);
  expect(cut.weights).toEqual(whole.weights);
  expect(cut.state).toEqual(whole.state);
  expect(tf.memory().numTensors).toBe(tensors);
});
