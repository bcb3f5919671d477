import { createStore, del, get, keys, set } from 'idb-keyval';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EngineEvent } from '@/lib/engine/protocol';
import { keptNetwork } from '@/lib/engine/runs/kept-network';
import { OWN } from '@/lib/network/handle';
import type { TrainingSettings } from '@/lib/network/settings';
import { UNNAMED_SUBJECT } from '@/lib/network/subject';
import { must } from '@/lib/result';
import { sentenceOf } from '../../unit/support/result';
import { openedRun } from '../support/orders';
import { SETTINGS, SMALL } from '../support/small';
import { type Started, startEngine } from '../support/worker-kit';

/*
 * Two engines beside each other, as in two tabs: the browser's storage is shared, the workers are separate.
 */

const FIRST: TrainingSettings = { ...SETTINGS, images: 200, seed: 11, epochs: 2 };
const SECOND: TrainingSettings = { ...FIRST, seed: 22 };

const networks = createStore('pipeline-tracer-network', 'kept');
const epochs = createStore('pipeline-tracer-run', 'epochs');
const open: Started[] = [];

/** A tab that is opened: it restores what is kept. */
async function visit(): Promise<Started> {
  const tab = await startEngine('kept', SMALL);
  open.push(tab);
  return tab;
}

function close(tab: Started): void {
  tab.engine.dispose();
}

beforeEach(async () => {
  for (const store of [networks, epochs]) for (const key of await keys(store)) await del(key, store);
});
afterEach(() => open.splice(0).forEach(close));

type Ended = Extract<EngineEvent, { type: 'training' }> & { event: { type: 'finished' } };
const isFinished = (event: EngineEvent): event is Ended =>
  event.type === 'training' && event.event.type === 'finished';

const seedOf = async (tab: Started): Promise<number> =>
  must(await tab.engine.open({ handle: OWN, architecture: SMALL, source: 'kept' })).seed;

/** The run in a file that the engine writes of its own run: its seed and its epochs. */
async function written(tab: Started) {
  const { log, run } = openedRun(await tab.engine.openRun(must(await tab.engine.writeRun('own'))));
  await tab.engine.close({ run });
  return [log.settings.seed, log.epochs.map(({ epoch }) => epoch)];
}

test('two runs at once both finish, and neither contains anything of the other', async () => {
  const [a, b] = [await visit(), await visit()];
  must(await a.orders.begin(FIRST));
  must(await b.orders.begin(SECOND));
  await Promise.all([a.until(isFinished), b.until(isFinished)]);
  expect(await written(a)).toEqual([11, [0, 1, 2]]);
  expect(await written(b)).toEqual([22, [0, 1, 2]]);
  const kernelsOf = async (tab: Started) => must(await tab.engine.weights({ run: 'own', epoch: 1 }, 'exact'));
  const [ofA, ofB] = [await kernelsOf(a), await kernelsOf(b)];
  expect(ofA).not.toEqual(ofB);
  close(b);
  const alone = await visit();
  must(await alone.orders.begin(FIRST));
  await alone.until(isFinished);
  expect(await kernelsOf(alone)).toEqual(ofA);
  expect(must(await alone.engine.weights(OWN))).toEqual(must(await a.engine.weights(OWN)));
});

test('after two runs two visits have one each, the newest first', async () => {
  const [a, b] = [await visit(), await visit()];
  must(await a.orders.begin(FIRST));
  await a.until(isFinished);
  must(await b.orders.begin(SECOND));
  await b.until(isFinished);
  expect((await keptNetwork(UNNAMED_SUBJECT, SMALL))?.network).toMatchObject({ seed: 22, epoch: 2 });
  close(a);
  close(b);
  const seeds: number[] = [];
  await expect
    .poll(async () => {
      const first = await visit();
      seeds.push((await seedOf(first)) ?? 0);
      return seeds.at(-1);
    })
    .toBe(22);
  const second = await visit();
  expect(await seedOf(second)).toBe(11);
  expect(await written(second)).toEqual([11, [0, 1, 2]]);
});

test('a tab can view another tab’s run, but neither resume nor delete it', async () => {
  const a = await visit();
  must(await a.orders.epoch({ ...FIRST, epochs: 3 }));
  const isPaused = (event: EngineEvent): event is Ended =>
    event.type === 'training' && event.event.type === 'paused';
  await a.until(isPaused);
  const [b, c] = [await visit(), await visit()];
  expect(await seedOf(b)).toBe(11);
  expect(await written(b)).toEqual([11, [0, 1]]);
  expect(sentenceOf(await b.orders.resume())).toMatch(/belongs to another tab/);
  must(await b.engine.open({ handle: OWN, architecture: SMALL, source: { initial: 5 } }));
  must(await c.orders.begin(SECOND));
  await c.until(isFinished);
  must(await a.orders.resume());
  await a.until(isFinished);
  expect(await written(a)).toEqual([11, [0, 1, 2, 3]]);
});

test('once the other tab is closed its run can be resumed here, unless it went further there', async () => {
  const a = await visit();
  must(await a.orders.epoch({ ...FIRST, epochs: 3 }));
  const isPaused = (event: EngineEvent): event is Ended =>
    event.type === 'training' && event.event.type === 'paused';
  await a.until(isPaused);
  const b = await visit();
  a.events.length = 0;
  must(await a.orders.epoch(FIRST));
  await a.until(isPaused);
  const c = await visit();
  close(a);
  await expect
    .poll(async () => (await b.orders.resume()).ok || sentenceOf(await b.orders.resume()))
    .toMatch(/trained further/);
  close(b);
  await expect.poll(async () => (await c.orders.resume()).ok).toBe(true);
  await c.until(isFinished);
  expect(await written(c)).toEqual([11, [0, 1, 2, 3]]);
});

test('runs kept before they had names are read, with their epochs', async () => {
  const a = await visit();
  must(await a.orders.begin(FIRST));
  await a.until(isFinished);
  close(a);
  const [name] = v.parse(v.array(v.string()), await get('runs', networks));
  await set('network', await get(name, networks), networks);
  for (const epoch of [0, 1, 2]) await set(epoch, await get(`${name}/${epoch}`, epochs), epochs);
  for (const key of ['runs', name]) await del(key, networks);
  for (const epoch of [0, 1, 2]) await del(`${name}/${epoch}`, epochs);
  const later = await visit();
  expect(await written(later)).toEqual([11, [0, 1, 2]]);
  must(await later.orders.begin(SECOND));
  await later.until(isFinished);
  expect(await get('network', networks)).toBeUndefined();
  expect((await keys(epochs)).every((key) => typeof key === 'string')).toBe(true);
});

test('two networks have a run each: neither sees, overwrites or deletes what is kept of the other', async () => {
  const a = await visit();
  must(await a.orders.begin(FIRST));
  await a.until(isFinished);
  // The same layers, about a different subject: nothing is kept of it yet.
  must(await a.engine.open({ handle: OWN, architecture: SMALL, source: { initial: 3 }, subject: 'letters' }));
  expect(await keptNetwork('letters', SMALL)).toBeNull();
  expect((await keptNetwork(UNNAMED_SUBJECT, SMALL))?.network).toMatchObject({ seed: 11, epoch: 2 });
  a.events.length = 0;
  // More runs than are kept of one subject.
  for (const seed of [22, 33, 44]) {
    must(await a.orders.begin({ ...SECOND, seed }));
    await a.until((event): event is Ended => isFinished(event) && event.event.network.seed === seed);
  }
  expect((await keptNetwork('letters', SMALL))?.network).toMatchObject({ seed: 44, epoch: 2 });
  expect(
    must(await a.engine.open({ handle: OWN, architecture: SMALL, source: 'kept', subject: UNNAMED_SUBJECT })),
  ).toMatchObject({ seed: 11, epoch: 2 });
  expect(await written(a)).toEqual([11, [0, 1, 2]]);
  must(await a.engine.open({ handle: OWN, architecture: SMALL, source: { initial: 5 } }));
  expect(await keptNetwork(UNNAMED_SUBJECT, SMALL)).toBeNull();
  expect(
    must(await a.engine.open({ handle: OWN, architecture: SMALL, source: 'kept', subject: 'letters' })),
  ).toMatchObject({ seed: 44, epoch: 2 });
  expect(await written(a)).toEqual([44, [0, 1, 2]]);
});
