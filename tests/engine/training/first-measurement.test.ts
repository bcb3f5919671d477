import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { OWN } from '@/lib/network/handle';
import type { TrainingSettings } from '@/lib/network/settings';
import { must } from '@/lib/result';
import { found } from '../support/orders';
import { isOf, SETTINGS, SMALL, smallEngine } from '../support/small';

/** Ten steps an epoch. */
const RUN: TrainingSettings = { ...SETTINGS, batchSize: 10, images: 100, epochs: 1 };

type Kit = Awaited<ReturnType<typeof smallEngine>>;

const stepped = (kit: Kit, step: number) =>
  kit.until((event): event is typeof event => event.type === 'batch' && event.step === step);

const firstRecord = ({ events }: Kit) => {
  const first = events.find(isOf('epoch'));
  if (!first) throw new Error('nothing was measured');
  return first.record;
};

test('steps begin at once, and epoch 0 is still that of the initial weights', async () => {
  const kit = await smallEngine();
  const { engine, orders, trainer, events, until } = kit;
  must(await engine.load(SMALL, { initial: RUN.seed }));
  const weights = must(await engine.weights(OWN));
  const measured = {
    heldOut: must(await found(trainer, OWN, { name: 'evaluation', set: 'heldOut' })),
    test: must(await found(trainer, OWN, { name: 'evaluation', set: 'test' })),
  };
  events.length = 0;
  must(await orders.begin(RUN));
  await until(isOf('finished'));
  expect(events[0].type).toBe('batch');
  expect(events.flatMap((event) => (event.type === 'epoch' ? [event.record.epoch] : []))).toEqual([0, 1]);
  const { epoch, heldOutLoss, testLoss, answers } = firstRecord(kit);
  expect({ epoch, heldOutLoss, testLoss }).toEqual({
    epoch: 0,
    heldOutLoss: measured.heldOut.loss,
    testLoss: measured.test.loss,
  });
  expect(answers.heldOut).toEqual(measured.heldOut.answers);
  expect(answers.training).toHaveLength(100);
  const recorded = must(await engine.weights({ run: 'own', epoch: 0 }, 'exact'));
  expect(recorded.conv1).toEqual(weights.conv1);
});

test('a run that pauses after its first step is measured by then, and goes on from there', async () => {
  const whole = await smallEngine();
  must(await whole.orders.begin(RUN));
  await whole.until(isOf('finished'));
  const losses = whole.losses();
  const record = firstRecord(whole);
  const kit = await smallEngine();
  must(await kit.orders.step(RUN));
  await kit.until(isOf('paused'));
  expect(kit.events.map(({ type }) => type)).toEqual(['batch', 'epoch', 'paused']);
  expect(firstRecord(kit)).toEqual({ ...record, milliseconds: expect.any(Number) });
  expect(kit.engine.network.log?.epochs).toHaveLength(1);
  must(await kit.orders.resume());
  await kit.until(isOf('finished'));
  expect(kit.losses()).toEqual(losses);
});

test('a run that ends or is replaced while it is measured leaves no tensors behind', async () => {
  const first = await smallEngine();
  must(await first.orders.begin(RUN));
  await first.until(isOf('finished'));
  const tensors = tf.memory().numTensors;
  const kit = await smallEngine();
  must(await kit.orders.begin(RUN));
  await stepped(kit, 1);
  must(await kit.orders.begin({ ...RUN, seed: 5 }));
  await stepped(kit, 1);
  must(await kit.engine.load(SMALL, { initial: 1 }));
  expect(tf.memory().numTensors).toBe(tensors);
});

test('WebGL lost while it is measured: it is measured anew by the backend that takes over', async () => {
  const whole = await smallEngine();
  must(await whole.engine.chooseBackend('wasm'));
  must(await whole.orders.begin(RUN));
  await whole.until(isOf('finished'));
  const record = firstRecord(whole);
  const kit = await smallEngine();
  must(await kit.engine.chooseBackend('webgl'));
  must(await kit.orders.begin(RUN));
  await stepped(kit, 1);
  const backend = tf.backend();
  if (!(backend instanceof MathBackendWebGL)) throw new Error('WebGL does not compute');
  backend.gpgpu.gl.getExtension('WEBGL_lose_context')?.loseContext();
  await kit.until(isOf('finished'));
  expect(kit.engine.backend).toBe('wasm');
  expect(kit.events.find(({ type }) => type === 'wentBack')).toMatchObject({
    network: { epoch: 0, step: 0 },
  });
  expect(firstRecord(kit)).toEqual({ ...record, milliseconds: expect.any(Number) });
});
