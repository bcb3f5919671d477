import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { OWN } from '@/lib/network/handle';
import type { TrainingSettings } from '@/lib/network/settings';
import { PLAIN } from '@/lib/network/settings';
import { must } from '@/lib/result';
import { kernelOf } from '../../unit/support/parameters';
import { isOf, SETTINGS, SMALL, smallEngine } from '../support/small';

async function run(settings: TrainingSettings) {
  const { orders, until, losses, events, engine } = await smallEngine();
  must(await orders.begin(settings));
  await until(isOf('finished'));
  const records = events.flatMap((event) => (event.type === 'epoch' ? [event.record] : []));
  return { losses: losses(), records, log: engine.network.log, weights: must(await engine.weights(OWN)) };
}

const lengthOf = (values: Float32Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

/** All that is drawn at random or changes during a run. */
const EVERYTHING: TrainingSettings = {
  ...SETTINGS,
  epochs: 3,
  schedule: 'cosine',
  initialisation: 'glorot',
  dropout: 0.3,
  l2: 1e-3,
  mirror: true,
  shift: 3,
  jitter: 0.2,
  images: 300,
  labelNoise: 0.1,
};

/** The losses of the first steps, as they were recorded with the course's images: what changes them changes every run. */
const RECORDED = [
  3.0382046699523926, 3.038999080657959, 2.7915279865264893, 2.4451417922973633, 2.485722541809082,
  2.4060604572296143, 2.4011070728302, 2.3304262161254883, 2.2793123722076416, 2.268496513366699,
];

test('without further settings a run equals one that spells them out, to the bit, and the recorded one', async () => {
  const plain = await run(SETTINGS);
  const spelledOut = await run({ ...SETTINGS, ...PLAIN });
  expect(spelledOut.losses).toEqual(plain.losses);
  expect(spelledOut.weights).toEqual(plain.weights);
  RECORDED.forEach((loss, step) => {
    expect(plain.losses[step]).toBeCloseTo(loss, 4);
  });
});

test('with everything set, the same seed repeats a run to the bit, and leaves no tensor behind', async () => {
  const first = await run(EVERYTHING);
  const tensors = tf.memory().numTensors;
  const again = await run(EVERYTHING);
  expect(tf.memory().numTensors).toBe(tensors);
  expect(first.losses).toHaveLength(18);
  expect(again.losses).toEqual(first.losses);
  expect(again.weights).toEqual(first.weights);
  expect(first.records.map(({ learningRate }) => learningRate / SETTINGS.learningRate)).toEqual([
    1,
    1,
    expect.closeTo(0.75, 6),
    expect.closeTo(0.25, 6),
  ]);
  expect(first.log?.labels.training).toHaveLength(300);
});

test('with everything set, a run resumes after a reload as if it had not stopped, to the bit', async () => {
  const whole = await run(EVERYTHING);
  const { orders, engine, until, losses, events } = await smallEngine();
  must(await orders.epoch(EVERYTHING));
  await until(isOf('paused'));
  must(await engine.load(SMALL, 'kept'));
  events.length = 0;
  must(await orders.resume());
  await until(isOf('finished'));
  expect(losses()).toEqual(whole.losses.slice(6));
  expect(must(await engine.weights(OWN))).toEqual(whole.weights);
});

test('each setting changes the run', async () => {
  const short = { ...SETTINGS, epochs: 1, images: 200 };
  const plain = (await run(short)).losses;
  for (const change of [
    { initialisation: 'normal' },
    { dropout: 0.5 },
    { l2: 0.01 },
    { mirror: true },
    { shift: 2 },
    { jitter: 0.3 },
    { labelNoise: 0.5 },
    { leftOut: 3 },
    { shuffle: false },
    { images: 100 },
  ] as const)
    expect((await run({ ...short, ...change })).losses, JSON.stringify(change)).not.toEqual(plain);
});

test('L2 keeps kernels small, and dropout is off while the network is measured', async () => {
  const plain = await run(SETTINGS);
  const pulled = await run({ ...SETTINGS, l2: 0.05 });
  expect(lengthOf(kernelOf(pulled.weights.output).values)).toBeLessThan(
    0.8 * lengthOf(kernelOf(plain.weights.output).values),
  );
  const dropped = await run({ ...SETTINGS, dropout: 0.9 });
  expect(dropped.records[0]).toEqual({ ...plain.records[0], milliseconds: dropped.records[0].milliseconds });
  expect(dropped.losses[0]).not.toBe(plain.losses[0]);
});
