import { afterEach, expect, test, vi } from 'vitest';
import { COURSE } from '@/lib/course/subject';
import { OWN } from '@/lib/network/handle';
import type { TrainingSettings } from '@/lib/network/settings';
import { must } from '@/lib/result';
import { readRunFile, writeRunFile } from '@/lib/run/run-file';
import { sentenceOf } from '../unit/support/result';
import { openedRun } from './support/orders';
import { EXPLOSIVE, isOf, SETTINGS, SMALL, smallEngine } from './support/small';

const RUN: TrainingSettings = { ...SETTINGS, images: 200, epochs: 3 };

afterEach(() => vi.restoreAllMocks());

async function trained(settings = RUN) {
  const small = await smallEngine();
  must(await small.orders.begin(settings));
  await small.until(isOf('finished'));
  return { ...small, runs: await small.engine.runs() };
}

test('a run that is written and opened keeps its epochs, weights and log', async () => {
  const { engine, runs } = await trained();
  const { run, log, resumable } = openedRun(await runs.open(must(await runs.write('own'))));
  expect(log).toEqual(engine.network.log);
  expect(resumable).toBe(false);
  for (const epoch of [0, 1, 2, 3]) {
    const [own, opened] = [
      must(await engine.recall({ run: 'own', epoch })),
      must(await engine.recall({ run, epoch })),
    ];
    expect(opened.weights).toEqual(own.weights);
    expect(opened.network).toEqual({ ...own.network, origin: 'opened' });
    expect(must(await engine.weights({ run, epoch }, 'exact'))).toEqual(
      must(await engine.weights({ run: 'own', epoch }, 'exact')),
    );
  }
  expect((await engine.recall({ run, epoch: 4 })).ok).toBe(false);
});

test('a run saved in the middle of an epoch resumes elsewhere as if it had not stopped, to the bit', async () => {
  const whole = await trained();
  const losses = whole.losses();
  const weights = must(await whole.engine.weights(OWN));
  const { orders, engine, events, until, losses: now } = await smallEngine();
  await orders.epoch(RUN);
  await until(isOf('paused'));
  await orders.step(RUN);
  await until((event): event is typeof event => event.type === 'batch' && event.epoch === 2);
  const runs = await engine.runs();
  const file = must(await runs.write('own'));
  // Another run was trained elsewhere.
  await trained({ ...RUN, seed: 9, epochs: 1 });
  const opened = openedRun(await runs.open(file));
  expect(opened).toMatchObject({ resumable: true, log: { settings: RUN } });
  events.length = 0;
  must(await runs.takeOver(opened.run));
  expect(engine.network.state).toMatchObject({ origin: 'trained', epoch: 1, step: 4 });
  must(await orders.resume());
  await until(isOf('finished'));
  expect(now()).toEqual(losses.slice(4));
  expect(must(await engine.weights(OWN))).toEqual(weights);
  for (const epoch of [0, 1, 2, 3]) expect((await engine.recall({ run: 'own', epoch })).ok).toBe(true);
});

test('a run can branch from an opened one', async () => {
  const { engine, runs, orders, until, events } = await trained();
  const { run } = openedRun(await runs.open(must(await runs.write('own'))));
  events.length = 0;
  must(await orders.branch({ run, epoch: 1 }, { ...RUN, epochs: 2 }));
  await until(isOf('finished'));
  expect(engine.network.log?.parent).toMatchObject({ run, epoch: 1, exact: false, settings: RUN });
});

test('a run is recorded with its data set, and how many images that has', async () => {
  const { engine } = await trained();
  const { training, heldOut } = COURSE.dataSet.counts;
  expect(engine.network.log?.dataSet).toEqual({ id: COURSE.dataSet.id, training, heldOut });
});

test('the run of this site can be saved as well; its file is read, and not opened, for a different network', async () => {
  const { engine, runs } = await trained();
  const shipped = must(await runs.write('shipped'));
  const before = engine.past.opened.size;
  const other = must(await runs.open(shipped));
  expect(other).not.toHaveProperty('run');
  expect(other.log.architecture).toEqual(COURSE.architecture);
  expect(Object.keys('weights' in other ? other.weights : {})).toEqual(['conv1', 'conv2', 'dense', 'output']);
  expect(engine.past.opened.size).toBe(before);
  openedRun(await runs.open(must(await runs.write('own'))));
  expect(sentenceOf(await runs.open(shipped.subarray(0, 9_000_000)))).toMatch(/breaks off/);
  expect(engine.past.opened.size).toBeGreaterThan(0);
  for (const run of [...engine.past.opened.keys()]) {
    runs.close(run);
    expect(sentenceOf(await engine.recall({ run, epoch: 1 }))).toMatch(/Open the file again/);
    expect(sentenceOf(await runs.takeOver(run))).toMatch(/Open the file again/);
  }
  await smallEngine(EXPLOSIVE);
  expect(sentenceOf(await runs.write('own'))).toMatch(/no recorded run/);
});

test('where the browser’s storage is full the run continues, the learner is notified once, and can save it', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const { engine, runs, messages, losses } = await trained();
  expect(losses()).toHaveLength(12);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(/storage is full.*saves the run as a file/);
  const { log } = openedRun(await runs.open(must(await runs.write('own'))));
  expect(log).toEqual(engine.network.log);
});

test('a run with weights that are finite but absurd is opened, and the values its epochs compute are reported', async () => {
  const { runs } = await trained();
  const read = must(readRunFile(must(await runs.write('own')), SMALL));
  expect(openedRun(await runs.open(must(writeRunFile(read)))).unusable).toBeNull();
  for (const epoch of [2, 3]) {
    const kernel = read.epochs.get(epoch)?.tensors.get('conv1/kernel');
    kernel?.values.fill(3e38);
  }
  const { unusable, run } = openedRun(await runs.open(must(writeRunFile(read))));
  expect(unusable).toEqual({ epochs: [2, 3], stage: 'conv1' });
  // Large, but not too large to compute with: nothing is wrong with it.
  runs.close(run);
  for (const epoch of [2, 3]) read.epochs.get(epoch)?.tensors.get('conv1/kernel')?.values.fill(3e30);
  expect(openedRun(await runs.open(must(writeRunFile(read)))).unusable).toBeNull();
});

/** So few images, some of them with a wrong label, are soon memorized: the validation loss turns after some epochs. */
const STOPS: TrainingSettings = {
  ...SETTINGS,
  images: 100,
  labelNoise: 0.3,
  learningRate: 0.01,
  epochs: 40,
  patience: 2,
};

test('a run that stopped early is opened elsewhere with its best epoch’s weights, and is branched from there', async () => {
  const { engine, runs } = await trained(STOPS);
  const { log, state } = engine.network;
  const weights = must(await engine.weights(OWN, 'exact'));
  const last = log?.epochs.at(-1)?.epoch ?? 0;
  expect(state.epoch).toBe(last - 2);
  const file = must(await runs.write('own'));
  // Another run was trained elsewhere.
  const { orders, until, events } = await trained({ ...RUN, seed: 9, epochs: 1 });
  const opened = openedRun(await runs.open(file));
  expect(opened).toMatchObject({ resumable: false, log });
  must(await runs.takeOver(opened.run));
  expect(engine.network.state).toEqual(state);
  expect(engine.network.resumable).toBeNull();
  expect(must(await engine.weights(OWN, 'exact'))).toEqual(weights);
  // It is there at the next visit too.
  expect(must(await engine.load(SMALL, 'kept'))).toEqual(state);
  expect(must(await engine.weights(OWN, 'exact'))).toEqual(weights);
  events.length = 0;
  const { patience: _, ...further } = STOPS;
  must(await orders.branch({ run: 'own', epoch: state.epoch }, { ...further, epochs: state.epoch + 1 }));
  await until(isOf('finished'));
  expect(engine.network.log?.epochs.at(-1)?.epoch).toBe(state.epoch + 1);
});
