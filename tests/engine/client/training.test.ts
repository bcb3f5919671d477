import { clear, createStore } from 'idb-keyval';
import { afterEach, expect, test, vi } from 'vitest';
import { COURSE } from '@/lib/course/subject';
import { createEngine } from '@/lib/engine/client/client';
import type { EngineEvent } from '@/lib/engine/protocol';
import { keptNetwork } from '@/lib/engine/runs/kept-network';
import type { Architecture } from '@/lib/network/architecture';
import { OWN } from '@/lib/network/handle';
import type { TrainingEvent } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import { filesOf, UNNAMED_SUBJECT } from '@/lib/network/subject';
import { must } from '@/lib/result';
import { ordersTo } from '../support/orders';
import { SETTINGS, SMALL } from '../support/small';
import { isMessage, isReport, type Started, startEngine, workers } from '../support/worker-kit';

const RUN: TrainingSettings = { ...SETTINGS, batchSize: 20, images: 200, epochs: 3 };

type TrainingEventOf<Type extends TrainingEvent['type']> = Extract<EngineEvent, { type: 'training' }> & {
  readonly event: TrainingEvent & { readonly type: Type };
};

/** An event of training; of several kinds of one type, those that pass. */
const isEvent =
  <Type extends TrainingEvent['type']>(type: Type, passes: (event: TrainingEvent) => boolean = () => true) =>
  (event: EngineEvent): event is TrainingEventOf<Type> =>
    event.type === 'training' && event.event.type === type && passes(event.event);

/** The losses of all steps that an engine reported, by the number of the step. */
const losses = ({ events }: Started) =>
  new Map(events.flatMap((event) => (isEvent('batch')(event) ? [[event.event.step, event.event.loss]] : [])));

const started: Started[] = [];
async function start(...how: Parameters<typeof startEngine>): Promise<Started> {
  const engine = await startEngine(...how);
  started.push(engine);
  return engine;
}

afterEach(() => {
  for (const { engine } of started.splice(0)) engine.dispose();
});

test('what was fetched before a run begins is not fetched again, and starts nothing by itself', async () => {
  const { engine, events, until } = await start({ initial: 1 }, SMALL);
  must(await engine.train(OWN, { order: 'prepare' }));
  const fetched = events.filter(({ type }) => type === 'download').length;
  expect(fetched).toBeGreaterThan(0);
  expect(events.some(({ type }) => type === 'training')).toBe(false);
  must(await engine.train(OWN, { order: 'begin', settings: { ...RUN, epochs: 1 } }));
  await until(isEvent('finished'));
  expect(events.filter(({ type }) => type === 'download')).toHaveLength(fetched);
});

test('a worker that dies during training is replaced, and the run resumes from its last epoch to the bit', async () => {
  const whole = await start({ initial: 1 }, SMALL);
  must(await whole.orders.begin(RUN));
  await whole.until(isEvent('finished'));
  const end = must(await whole.engine.weights(OWN));
  const cut = await start({ initial: 1 }, SMALL);
  must(await cut.orders.begin(RUN));
  await cut.until(isEvent('batch', (event) => event.type === 'batch' && event.step === 11));
  workers.at(-1)?.terminate();
  const { network } = (await cut.until(isEvent('paused'))).event;
  expect(network).toEqual({ origin: 'trained', seed: RUN.seed, epoch: 1, step: 10 });
  expect((await cut.until(isMessage)).problem.sentence).toContain('after epoch 1; it can go on');
  must(await cut.orders.resume());
  await cut.until(isEvent('finished'));
  expect(losses(cut)).toEqual(losses(whole));
  expect(must(await cut.engine.weights(OWN))).toEqual(end);
});

test('what was trained of a network with other weights than kernels and biases is there at the next visit', async () => {
  const architecture: Architecture = {
    ...SMALL,
    name: 'normalized',
    layers: SMALL.layers.toSpliced(3, 0, {
      id: 'norm',
      kind: 'batchNormalization',
      epsilon: 0.001,
      momentum: 0.9,
    }),
  };
  const first = await start({ initial: 1 }, architecture);
  must(await first.orders.begin({ ...RUN, epochs: 1 }));
  await first.until(isEvent('finished'));
  const end = must(await first.engine.weights(OWN));
  await vi.waitUntil(async () => (await keptNetwork(UNNAMED_SUBJECT, architecture))?.network.epoch === 1);
  first.engine.dispose();
  const next = await start('kept', architecture);
  expect(must(await next.engine.weights(OWN))).toEqual(end);
  expect(Object.keys(end.norm).sort()).toEqual(['beta', 'gamma', 'movingMean', 'movingVariance']);
});

test('a worker that dies before its run has an epoch reports that the run is lost, and the next run is complete', async () => {
  const { orders, until, events } = await start({ initial: 1 }, SMALL);
  must(await orders.begin(RUN));
  workers.at(-1)?.terminate();
  await until(isEvent('stopped'));
  expect((await until(isMessage)).problem.sentence).toContain('lost with it');
  must(await orders.begin({ ...RUN, epochs: 1 }));
  expect((await until(isEvent('finished'))).event.network.step).toBe(10);
  expect(events.filter(isEvent('epoch')).map(({ event }) => event.record.epoch)).toEqual([0, 1]);
});

test('after two deaths the engine stops using threads, after four it stops resuming', async () => {
  const { engine, events, until } = await start({ initial: 1 }, SMALL);
  const reports = () => events.filter(isReport).map(({ report }) => report);
  const before = must(await engine.weights(OWN));
  for (let deaths = 1; deaths <= 3; deaths++) {
    workers.at(-1)?.terminate();
    expect(must(await engine.weights(OWN))).toEqual(before);
    const expected = [{ backend: 'wasm' }, { backend: 'wasm', threads: 1 }, { backend: 'cpu' }][deaths - 1];
    await expect.poll(() => reports().at(-1)).toMatchObject(expected);
  }
  workers.at(-1)?.terminate();
  const failed = (event: EngineEvent): event is Extract<EngineEvent, { type: 'failed' }> =>
    event.type === 'failed';
  expect((await until(failed)).problem.sentence).toContain('Reload the page');
  const answer = await engine.predict(OWN, new Uint8Array(64 * 64 * 3), 1);
  expect(answer.ok ? '' : answer.problem.sentence).toContain('Reload the page');
});

test('a trained network is restored at the next visit, until it is reset', async () => {
  // As in a browser in which no other tab has trained.
  await clear(createStore('pipeline-tracer-network', 'kept'));
  const first = await start({ initial: 1 }, SMALL);
  must(await first.orders.begin({ ...RUN, epochs: 1 }));
  const { network } = (await first.until(isEvent('finished'))).event;
  const trained = must(await first.engine.weights(OWN));
  await expect.poll(async () => (await keptNetwork(UNNAMED_SUBJECT, SMALL))?.network).toEqual(network);
  first.engine.dispose();
  const second = await start('kept', SMALL);
  expect(must(await second.engine.open({ handle: OWN, architecture: SMALL, source: 'kept' }))).toEqual(
    network,
  );
  expect(must(await second.engine.weights(OWN))).toEqual(trained);
  expect(
    must(await second.engine.open({ handle: OWN, architecture: SMALL, source: { initial: 3 } })),
  ).toEqual({ origin: 'initial', seed: 3, epoch: 0, step: 0 });
  expect(await keptNetwork(UNNAMED_SUBJECT, SMALL)).toBe(null);
});

test('an uncaught error in the worker is reported on the page, and stops nothing', async () => {
  const { engine, until } = await start({ initial: 1 }, SMALL);
  const count = workers.length;
  // Something the page would never send: reading it throws outside of every call.
  workers.at(-1)?.postMessage({ argumentList: 5 });
  const { problem } = await until(isMessage);
  expect(problem.sentence).toContain('Something went wrong in the engine');
  expect(problem.detail).toContain('TypeError');
  must(await engine.predict(OWN, new Uint8Array(64 * 64 * 3), 1));
  expect(workers.length).toBe(count);
});

test('a disposed engine answers that it is gone, and starts no other worker', async () => {
  const { engine } = await start({ initial: 1 }, SMALL);
  const count = workers.length;
  const waiting = engine.predict(OWN, new Uint8Array(64 * 64 * 3), 1);
  engine.dispose();
  for (const answer of [await waiting, await engine.predict(OWN, new Uint8Array(64 * 64 * 3), 1)])
    expect(answer.ok ? '' : answer.problem.sentence).toContain('does not run any more');
  expect(workers.length).toBe(count);
});

test('an engine that keeps nothing trains beside the learner’s, and what was kept stays', async () => {
  const own = await start({ initial: 1 }, SMALL);
  must(await own.orders.begin({ ...RUN, epochs: 1 }));
  await own.until(isEvent('finished'));
  const kept = await keptNetwork(UNNAMED_SUBJECT, SMALL);
  const epoch = must(await own.engine.weights({ run: 'own', epoch: 1 }, 'exact'));
  const beside = createEngine({ base: '', keeps: false });
  const finished = new Promise((resolve) => {
    beside.subscribe((event) => isEvent('finished')(event) && resolve(event));
  });
  const files = filesOf(COURSE);
  must(await beside.open({ handle: OWN, architecture: SMALL, source: { initial: 3 }, files }));
  must(await ordersTo(beside).begin({ ...RUN, seed: 3, epochs: 2 }));
  await finished;
  expect((await beside.weights({ run: 'own', epoch: 2 }, 'exact')).ok).toBe(true);
  expect(must(await beside.weights({ run: 'own', epoch: 1 }, 'exact'))).not.toEqual(epoch);
  beside.dispose();
  expect(kept?.network.epoch).toBe(1);
  expect(await keptNetwork(UNNAMED_SUBJECT, SMALL)).toEqual(kept);
  expect(must(await own.engine.weights({ run: 'own', epoch: 1 }, 'exact'))).toEqual(epoch);
  expect((await own.engine.weights({ run: 'own', epoch: 2 }, 'exact')).ok).toBe(false);
});
