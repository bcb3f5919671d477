import { createStore, get } from 'idb-keyval';
import { afterEach, expect, test } from 'vitest';
import type { EngineEvent } from '@/lib/engine/protocol';
import { type KeptNetwork, keepNetwork, keptNetwork, keptRuns } from '@/lib/engine/runs/kept-network';
import { numbersIn } from '@/lib/kinds/parts/weights';
import { OWN } from '@/lib/network/handle';
import type { TrainingSettings } from '@/lib/network/settings';
import { UNNAMED_SUBJECT } from '@/lib/network/subject';
import { listParameters } from '@/lib/network/weights';
import { must } from '@/lib/result';
import { SETTINGS, SMALL } from '../support/small';
import { type Started, startEngine } from '../support/worker-kit';

const RUN: TrainingSettings = { ...SETTINGS, batchSize: 20, images: 100, epochs: 2 };
const entries = createStore('pipeline-tracer-network', 'kept');

const isEnd = (event: EngineEvent): event is Extract<EngineEvent, { type: 'training' }> =>
  event.type === 'training' && event.event.type === 'finished';

const started: Started[] = [];
async function trained(settings = RUN): Promise<Started & { readonly run: string }> {
  const engine = await startEngine({ initial: 1 }, SMALL);
  started.push(engine);
  must(await engine.orders.begin(settings));
  await engine.until(isEnd);
  const [run] = await keptRuns(UNNAMED_SUBJECT);
  return { ...engine, run };
}

afterEach(() => {
  for (const { engine } of started.splice(0)) engine.dispose();
});

const folder = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle('pipeline-tracer-states');

/** The names of a run's files. */
async function filesOf(run: string): Promise<string[]> {
  const names: string[] = [];
  for await (const name of (await folder()).keys()) if (name.startsWith(run)) names.push(name);
  return names.sort();
}

interface Entry extends KeptNetwork {
  readonly numbers?: { readonly file: string; readonly sum: number };
}
const entryOf = async (run: string) => (await get<Entry>(run, entries)) as Entry;

test('the numbers of a trained network are in a file beside its entry, and come back to the bit', async () => {
  const { engine, run } = await trained();
  const { numbers, weights } = await entryOf(run);
  for (const [, { values }] of listParameters(weights)) expect(values).toHaveLength(0);
  const kept = await keptNetwork(UNNAMED_SUBJECT, SMALL, run);
  expect(kept?.network).toMatchObject({ epoch: 2, step: 10 });
  expect(kept?.weights).toEqual(must(await engine.weights(OWN)));
  for (const { shape, values } of kept?.optimizer ?? []) expect(values).toHaveLength(numbersIn(shape));
  expect(kept?.optimizer?.length).toBeGreaterThan(0);
  // The epoch before is in the other one: had writing been cut off, it would still be there.
  expect(await filesOf(run)).toEqual([`${run}-0`, `${run}-1`]);
  expect(await filesOf(run)).toContain(numbers?.file);
});

test('a file that is not as it was written, or is gone, counts as no network', async () => {
  const { run } = await trained();
  const name = (await entryOf(run)).numbers?.file ?? '';
  const file = await (await folder()).getFileHandle(name);
  const written = new Float32Array(await (await file.getFile()).arrayBuffer());
  const write = async (values: Float32Array<ArrayBuffer>) => {
    const stream = await file.createWritable();
    await stream.write(values);
    await stream.close();
  };
  await write(written.map((value, at) => (at === 7 ? value + 1 : value)));
  expect(await keptNetwork(UNNAMED_SUBJECT, SMALL, run)).toBeNull();
  await write(written.slice(1));
  expect(await keptNetwork(UNNAMED_SUBJECT, SMALL, run)).toBeNull();
  await write(written);
  expect(await keptNetwork(UNNAMED_SUBJECT, SMALL, run)).not.toBeNull();
  await (await folder()).removeEntry(name);
  expect(await keptNetwork(UNNAMED_SUBJECT, SMALL, run)).toBeNull();
});

test('a run’s files are deleted with it', async () => {
  const { orders, until, events, run } = await trained();
  const before = events.filter(isEnd).length;
  must(await orders.begin({ ...RUN, seed: 3 }));
  await until((event): event is EngineEvent => isEnd(event) && events.filter(isEnd).length > before);
  expect(await filesOf(run)).toEqual([]);
  const [next] = await keptRuns(UNNAMED_SUBJECT);
  expect((await filesOf(next)).length).toBeGreaterThan(0);
});

test('where the browser can’t write such files, the entry has the numbers itself', async () => {
  const { run } = await trained();
  const kept = await keptNetwork(UNNAMED_SUBJECT, SMALL, run);
  if (!kept) throw new Error('nothing was stored');
  // A page can read these files, and only a worker can write them.
  must(await keepNetwork(UNNAMED_SUBJECT, 'in the entry', { ...kept, run: 'in the entry' }));
  expect((await entryOf('in the entry')).numbers).toBeUndefined();
  expect(await keptNetwork(UNNAMED_SUBJECT, SMALL, 'in the entry')).toEqual(kept);
});
