import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { BackendName } from '@/lib/network/backends';
import { OWN } from '@/lib/network/handle';
import type { TrainingSettings } from '@/lib/network/settings';
import { must } from '@/lib/result';
import { isOf, SETTINGS, smallEngine } from '../support/small';

const RUN: TrainingSettings = { ...SETTINGS, batchSize: 20, images: 100 };

/** A run under which the backend changes while its steps continue: [after this many steps, to this backend]. */
async function run(changes: readonly (readonly [number, BackendName])[]) {
  const { engine, orders, until, losses, events } = await smallEngine();
  must(await orders.begin(RUN));
  for (const [steps, backend] of changes) {
    await until((event): event is typeof event => event.type === 'batch' && event.step === steps);
    must(await engine.chooseBackend(backend));
    expect(engine.backend).toBe(backend);
  }
  await until(isOf('finished'));
  const records = events.flatMap((event) => (event.type === 'epoch' ? [event.record] : []));
  return { losses: losses(), records, weights: must(await engine.weights(OWN)) };
}

test('a run continues over a change of the backend, with the same losses as without', async () => {
  const whole = await run([]);
  const changed = await run([
    [3, 'cpu'],
    [8, 'wasm'],
  ]);
  expect(changed.losses).toHaveLength(10);
  expect(changed.losses.slice(0, 3)).toEqual(whole.losses.slice(0, 3));
  whole.losses.forEach((loss, step) => {
    expect(Math.abs(changed.losses[step] - loss), `step ${step + 1}`).toBeLessThan(1e-3);
  });
  // The CPU rounds differently, so the steps were really its own.
  expect(changed.weights).not.toEqual(whole.weights);
  expect(changed.records.map(({ answers }) => answers)).toEqual(whole.records.map(({ answers }) => answers));
});

test('changes of the backend leave no tensors behind', async () => {
  const counts: number[] = [];
  for (let time = 0; time < 3; time++) {
    await run([
      [2, 'cpu'],
      [4, 'wasm'],
    ]);
    counts.push(tf.memory().numTensors);
  }
  expect(new Set(counts).size).toBe(1);
});
