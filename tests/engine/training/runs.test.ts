import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { COURSE } from '@/lib/course/subject';
import { loadImages } from '@/lib/data/image-loader';
import { predictBatch, traceStages } from '@/lib/engine/worker/trace-stages';
import { OWN } from '@/lib/network/handle';
import type { TrainingSettings } from '@/lib/network/settings';
import { listParameters } from '@/lib/network/weights';
import { must } from '@/lib/result';
import { found } from '../support/orders';
import { EXPLOSIVE, isOf, SETTINGS, SMALL, smallEngine } from '../support/small';

/** A whole run without a break. */
async function run(settings: TrainingSettings) {
  const { orders, until, losses, events, engine } = await smallEngine();
  must(await orders.begin(settings));
  const { network } = await until(isOf('finished'));
  const records = events.flatMap((event) => (event.type === 'epoch' ? [event.record] : []));
  return { losses: losses(), records, network, weights: must(await engine.weights(OWN)) };
}

test('a run reports every step and every epoch, and learns', async () => {
  const { losses, records, network } = await run(SETTINGS);
  expect(losses).toHaveLength(40);
  expect(records.map(({ epoch }) => epoch)).toEqual([0, 1, 2]);
  expect(network).toEqual({ origin: 'trained', seed: 4, epoch: 2, step: 40 });
  expect(records[2].loss).toBeLessThan(records[0].loss);
  expect(records[2].accuracy).toBeGreaterThan(records[0].accuracy);
  // The loss of an epoch is the mean over its steps.
  const met = losses.slice(20).reduce((sum, loss) => sum + loss / 20, 0);
  expect(records[2].loss).toBeCloseTo(met, 5);
});

test('an epoch records what the network then gets right of the validation and of the test images', async () => {
  const { trainer, orders, until, events } = await smallEngine();
  must(await orders.begin(SETTINGS));
  await until(isOf('finished'));
  const { record } = events.filter(isOf('epoch')).at(-1) ?? {};
  if (!record) throw new Error('no epoch was recorded');
  const recorded = {
    heldOut: [record.heldOutLoss, record.heldOutAccuracy],
    test: [record.testLoss, record.testAccuracy],
  };
  for (const set of ['heldOut', 'test'] as const) {
    const { loss, accuracy, answers } = must(await found(trainer, OWN, { name: 'evaluation', set }));
    expect(recorded[set]).toEqual([loss, accuracy]);
    expect(record.answers[set]).toEqual(answers);
  }
  expect(record.answers.test).not.toEqual(record.answers.heldOut);
});

test('the same seed repeats a run to the bit, another seed does not', async () => {
  const first = await run(SETTINGS);
  const again = await run(SETTINGS);
  const other = await run({ ...SETTINGS, seed: 5 });
  expect(again.losses).toEqual(first.losses);
  expect(again.weights).toEqual(first.weights);
  expect(other.losses).not.toEqual(first.losses);
});

test('a run that is stepped, paused, observed and resumed equals the run without a break', async () => {
  const whole = await run(SETTINGS);
  const { trainer, orders, engine, events, until, losses } = await smallEngine();
  const images = must(await loadImages(COURSE.dataSet));
  const image = () => images.heldOut.pixels.slice(0, 64 * 64 * 3);
  const pauses = (count: number) => {
    const isPause = isOf('paused');
    return until((event): event is typeof event => events.filter(isPause).length === count && isPause(event));
  };
  must(await orders.step(SETTINGS));
  const present = () => {
    const { model } = engine.network;
    if (!model) throw new Error('there is no network');
    return model;
  };
  await pauses(1);
  expect(losses()).toHaveLength(1);
  await traceStages(present(), image());
  must(await orders.step(SETTINGS));
  await pauses(2);
  expect(losses()).toHaveLength(2);
  must(await orders.epoch(SETTINGS));
  await pauses(3);
  expect(losses()).toHaveLength(20);
  must(await orders.resume());
  expect(await traceStages(present(), image())).toHaveLength(SMALL.layers.length);
  await orders.pause();
  await pauses(4);
  must(await found(trainer, OWN, { name: 'evaluation', set: 'heldOut' }));
  must(await orders.resume());
  await until(isOf('finished'));
  expect(losses()).toEqual(whole.losses);
});

test('a stopped run keeps its network, and the next one starts from scratch', async () => {
  const { orders, engine, losses, until, events } = await smallEngine();
  must(await orders.begin(SETTINGS));
  await until(isOf('batch'));
  await orders.stop();
  const { network } = await until(isOf('stopped'));
  expect(engine.network.state).toEqual(network);
  expect(network.step).toBe(losses().length);
  const [first] = losses();
  events.length = 0;
  must(await orders.begin(SETTINGS));
  await until(isOf('batch'));
  expect(losses()[0]).toBe(first);
  await orders.stop();
});

test('a loss that is not a number ends the run, names the step, and leaves finite weights', async () => {
  const { orders, engine, until, losses } = await smallEngine(EXPLOSIVE);
  must(await orders.begin({ ...SETTINGS, optimizer: 'momentum', learningRate: 1, epochs: 20 }));
  const { problem, network } = await until(isOf('failed'));
  expect(problem.sentence).toMatch(
    new RegExp(`^At step ${losses().length + 1} the (loss|gradient) is no finite number`),
  );
  expect(problem.sentence).toContain('The first layer without finite numbers is output');
  expect(network.step).toBe(losses().length);
  for (const [, { values }] of listParameters(must(await engine.weights(OWN))))
    expect(values.every(Number.isFinite)).toBe(true);
});

test('invalid settings get one sentence, and the network stays', async () => {
  const { orders, engine } = await smallEngine();
  const before = must(await engine.weights(OWN));
  for (const wrong of [
    { learningRate: 0 },
    { learningRate: -1 },
    { learningRate: Number.NaN },
    { learningRate: 1e6 },
    { batchSize: 1001 },
    { epochs: 0 },
  ]) {
    const answer = await orders.begin({ ...SETTINGS, ...wrong });
    expect(answer.ok ? '' : answer.problem.sentence).toMatch(/^.+\.$/);
  }
  expect(must(await engine.weights(OWN))).toEqual(before);
});

test('evaluating counts what predicting returns', async () => {
  const { trainer, engine } = await smallEngine();
  const { heldOut } = must(await loadImages(COURSE.dataSet));
  const { accuracy, loss, count } = must(await found(trainer, OWN, { name: 'evaluation', set: 'heldOut' }));
  const { model } = engine.network;
  if (!model) throw new Error('there is no network');
  const probabilities = await predictBatch(model, heldOut.pixels, heldOut.count);
  const of = (image: number) => probabilities.subarray(image * 10, (image + 1) * 10);
  const right = [...heldOut.labels].filter(
    (label, image) => of(image).indexOf(Math.max(...of(image))) === label,
  );
  const lost = [...heldOut.labels].reduce((sum, label, image) => sum - Math.log(of(image)[label]), 0);
  expect(count).toBe(200);
  expect(accuracy).toBeCloseTo(right.length / 200, 6);
  expect(loss).toBeCloseTo(lost / 200, 4);
});

test('runs leave no tensors behind except the network’s', async () => {
  const { orders, until } = await smallEngine();
  must(await orders.begin({ ...SETTINGS, epochs: 1 }));
  await until(isOf('finished'));
  const tensors = tf.memory().numTensors;
  for (const optimizer of ['sgd', 'momentum', 'adam', 'rmsprop'] as const) {
    const next = await smallEngine();
    must(await next.orders.begin({ ...SETTINGS, optimizer, epochs: 1 }));
    await next.until(isOf('finished'));
  }
  expect(tf.memory().numTensors).toBe(tensors);
});
