import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { OWN } from '@/lib/network/handle';
import type { TrainingSettings } from '@/lib/network/settings';
import { must } from '@/lib/result';
import { isOf, SETTINGS, smallEngine } from './support/small';

/** Three steps an epoch. */
const RUN: TrainingSettings = { ...SETTINGS, batchSize: 10, images: 30 };

/** What a failing driver does to the page. */
function loseContext(): void {
  const backend = tf.backend();
  if (!(backend instanceof MathBackendWebGL)) throw new Error('WebGL does not compute');
  backend.gpgpu.gl.getExtension('WEBGL_lose_context')?.loseContext();
}

/** A run's loss in each step and its measurement in each epoch, as last reported. */
async function whole(): Promise<{ losses: Map<number, number>; epochs: Map<number, number> }> {
  const kit = await smallEngine();
  must(await kit.engine.chooseBackend('wasm'));
  must(await kit.orders.begin(RUN));
  await kit.until(isOf('finished'));
  return lossesOf(kit);
}

function lossesOf({ events }: Awaited<ReturnType<typeof smallEngine>>) {
  return {
    losses: new Map(events.flatMap((event) => (event.type === 'batch' ? [[event.step, event.loss]] : []))),
    epochs: new Map(
      events.flatMap((event) =>
        event.type === 'epoch' ? [[event.record.epoch, event.record.heldOutLoss]] : [],
      ),
    ),
  };
}

function near(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): void {
  expect([...one.keys()].toSorted()).toEqual([...other.keys()].toSorted());
  for (const [at, value] of one) expect(Math.abs(value - (other.get(at) ?? 0)), `${at}`).toBeLessThan(1e-3);
}

/** A run that WebAssembly has begun and that WebGL, which takes seconds over an epoch here, continues after this many steps. */
async function onWebGLAfter(steps: number) {
  const kit = await smallEngine();
  must(await kit.engine.chooseBackend('wasm'));
  must(await kit.orders.begin(RUN));
  await kit.until((event): event is typeof event => event.type === 'batch' && event.step === steps);
  await kit.orders.pause();
  // Where WebGL was lost before, it is started again.
  must(await kit.engine.chooseBackend('webgl'));
  expect(kit.engine.backend).toBe('webgl');
  return kit;
}

type Kit = Awaited<ReturnType<typeof smallEngine>>;

const stepped = (kit: Kit, step: number) =>
  kit.until((event): event is typeof event => event.type === 'batch' && event.step === step);

/** When WebGL is lost: after how many of its steps, and what happens then. */
const MOMENTS: readonly {
  readonly when: string;
  readonly steps: number;
  readonly lose: (kit: Kit) => Promise<unknown>;
}[] = [
  {
    when: 'between two steps',
    steps: 3,
    lose: async (kit) => {
      must(await kit.orders.resume());
      await stepped(kit, 4);
      loseContext();
    },
  },
  {
    when: 'in the middle of a step',
    steps: 4,
    lose: async (kit) => {
      must(await kit.orders.resume());
      await kit.engine.clear();
      setTimeout(loseContext);
    },
  },
  {
    when: 'while an epoch is measured',
    steps: 5,
    lose: async (kit) => {
      must(await kit.orders.resume());
      await stepped(kit, 6);
      setTimeout(loseContext);
    },
  },
  {
    when: 'while the run is paused',
    steps: 4,
    lose: async (kit) => {
      loseContext();
      await kit.until(isOf('wentBack'));
      must(await kit.orders.resume());
    },
  },
  {
    when: 'while the run is being paused',
    steps: 4,
    lose: async (kit) => {
      must(await kit.orders.resume());
      const paused = kit.orders.pause();
      loseContext();
      await paused;
      must(await kit.orders.resume());
    },
  },
];

test.each(MOMENTS)(
  'WebGL lost $when: the run continues from its last full state',
  async ({ steps, lose }) => {
    const expected = await whole();
    const tensors = tf.memory().numTensors;
    const kit = await onWebGLAfter(steps);
    await lose(kit);
    await kit.until(isOf('finished'));
    expect(kit.engine.backend).toBe('wasm');
    expect(kit.events.filter(({ type }) => type === 'failed')).toEqual([]);
    expect(kit.events.find(({ type }) => type === 'wentBack')).toMatchObject({
      network: { epoch: 1, step: 3, origin: 'trained' },
    });
    expect(kit.messages.join(' ')).toMatch(/WebAssembly has taken over/);
    expect(kit.messages.join(' ')).toMatch(/back at the end of epoch 1/);
    near(lossesOf(kit).losses, expected.losses);
    near(lossesOf(kit).epochs, expected.epochs);
    expect(tf.memory().numTensors).toBe(tensors);
  },
);

test('WebGL lost during a question: the backend that takes over is asked again', async () => {
  const kit = await onWebGLAfter(3);
  const { input } = kit.engine.network.model?.pipeline.architecture ?? { input: [] };
  const pixels = new Uint8Array(input.reduce((all, n) => all * n, 1)).map((_, at) => at % 251);
  const before = must(await kit.engine.predict(OWN, pixels, 1));
  const asked = Promise.all([kit.engine.trace(OWN, pixels), kit.engine.predict(OWN, pixels, 1)]);
  loseContext();
  const [trace, probabilities] = await asked;
  expect(must(trace).backend).toBe('wasm');
  must(probabilities).forEach((value, at) => {
    expect(Math.abs(value - before[at])).toBeLessThan(1e-3);
  });
  await kit.orders.stop();
});
