import { createStore, del, get, keys, set } from 'idb-keyval';
import { beforeEach, expect, test, vi } from 'vitest';
import { writeWeights } from '@/lib/checkpoint/weights';
import { COURSE } from '@/lib/course/subject';
import { keepEpoch, keptEpoch } from '@/lib/engine/runs/kept-epochs';
import { keepNetwork, keptNetwork, keptRuns, moveRun } from '@/lib/engine/runs/kept-network';
import { readDraft } from '@/lib/interchange/architecture-link';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { listParameters } from '@/lib/network/weights';
import type { Result } from '@/lib/result';
import { must } from '@/lib/result';
import { CLASS_SETS, PRESETS } from '@/lib/shelf/presets';
import { findSubject } from '@/lib/store/subject/find-subject';
import {
  deleteOpened,
  handOver,
  keepOpened,
  listOpened,
  MOST_KEPT,
  openedNetwork,
  renameOpened,
} from '@/lib/store/subject/opened-networks';
import { isShared } from '@/lib/tensor/shared';
import { randomWeights } from '../../unit/support/random-weights';
import { SMALL } from '../support/small';

const store = createStore('pipeline-tracer-networks', 'opened');
beforeEach(async () => {
  for (const key of await keys(store)) await del(key, store);
});

/** The small network under a name, different for each seed. */
function network(seed: number, architecture: Architecture = { ...SMALL, name: `net ${seed}` }) {
  return { architecture, weights: randomWeights(must(buildPipeline(architecture)), seed) };
}
const sentenceOf = <T>(result: Result<T>) => (result.ok ? '' : result.problem.sentence);
const names = async () => (await listOpened()).networks.map(({ architecture }) => architecture.name);

// This test comes first because the database is not open yet.
test('where nothing can be stored a network is there for this visit, and that is said', async () => {
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('The user denied it.', 'SecurityError');
  });
  const { id, kept } = await keepOpened(network(1));
  expect(sentenceOf(kept)).toBe(
    'You can use this network now, but this browser doesn’t let it be stored for the next visit.',
  );
  expect((await listOpened()).networks).toMatchObject([{ id, kept: false }]);
  expect(must(await openedNetwork(id))?.weights).toEqual(network(1).weights);
  must(await renameOpened(id, 'mine'));
  expect(await names()).toEqual(['mine']);
  expect(must(await findSubject(id)).architecture.name).toBe('mine');
  open.mockRestore();
  must(await deleteOpened(id));
  expect((await listOpened()).networks).toEqual([]);
});

test('a network comes back as it was, without its weights being read for the list', async () => {
  const { id, kept } = await keepOpened(network(2));
  must(kept);
  expect(id).toMatch(/^net-[0-9a-f]{8}$/);
  expect(must(await openedNetwork(id))).toEqual(network(2));
  const [listed] = (await listOpened()).networks;
  expect(listed).toMatchObject({ id, kept: true, architecture: { name: 'net 2' } });
  expect(listed.bytes).toBe((await get(`${id}/weights`, store)).size);
  expect(must(await openedNetwork('net-00000000'))).toBeNull();
});

test('what an earlier version of this site stored, which was the bytes themselves, is read, and is the same network', async () => {
  const { id } = await keepOpened(network(10));
  const bytes = writeWeights(network(10).weights, 'F32');
  expect(new Uint8Array(await (await get(`${id}/weights`, store)).arrayBuffer())).toEqual(bytes);
  await set(`${id}/weights`, bytes, store);
  expect(must(await openedNetwork(id))).toEqual(network(10));
});

test('a network that is passed on as it is kept is not read back, once and for its own id alone', async () => {
  const { id } = await keepOpened(network(11));
  const handed = network(11);
  handOver(id, handed);
  expect(must(await openedNetwork(id))).toBe(handed);
  expect(must(await openedNetwork(id))).not.toBe(handed);
  handOver('net-00000000', handed);
  expect(must(await openedNetwork(id))).not.toBe(handed);
});

test('the weights of a network lie in memory that the engine’s worker can read', async () => {
  const { id } = await keepOpened(network(12));
  const { weights } = must(await openedNetwork(id)) ?? {};
  const values = listParameters(weights ?? {}).map(([, one]) => one.values);
  expect(values.length).toBeGreaterThan(0);
  expect(values.every(isShared)).toBe(true);
});

test('the same network is stored once under its newest name; other weights, classes or layers are another', async () => {
  const first = await keepOpened(network(3));
  const again = await keepOpened({ ...network(3), architecture: { ...SMALL, name: 'again' } });
  expect(again.id).toBe(first.id);
  expect(await names()).toEqual(['again']);
  const classes = SMALL.classes.map((name) => name.toUpperCase());
  const other = await keepOpened(network(3, { ...SMALL, classes }));
  const third = await keepOpened(network(4, SMALL));
  expect(new Set([first.id, other.id, third.id]).size).toBe(3);
});

test('a built network is stored once, also after it was read from the browser’s storage, where its keys are in another order', async () => {
  const architecture = PRESETS.reference;
  const { id } = await keepOpened({ architecture, weights: null });
  const read = must(readDraft(JSON.stringify(architecture))).architecture;
  expect(JSON.stringify(read)).not.toBe(JSON.stringify(architecture));
  expect((await keepOpened({ architecture: read, weights: null })).id).toBe(id);
  expect(await names()).toEqual([architecture.name]);
});

test('networks can be renamed and deleted, the newest is first, and nothing of a deleted one stays', async () => {
  vi.spyOn(Date, 'now').mockReturnValueOnce(1000).mockReturnValueOnce(2000);
  const older = await keepOpened(network(5));
  const newer = await keepOpened(network(6));
  expect(await names()).toEqual(['net 6', 'net 5']);
  must(await renameOpened(older.id, `  ${'long '.repeat(40)}`));
  expect((await names())[1]).toHaveLength(80);
  must(await deleteOpened(newer.id));
  expect((await listOpened()).networks).toMatchObject([{ id: older.id }]);
  expect(await keys(store)).toEqual([older.id, `${older.id}/weights`]);
  expect(sentenceOf(await findSubject(newer.id))).toMatch(/^This browser doesn’t keep the opened network/);
});

test('nor of its runs, one of which was reset', async () => {
  const { id } = await keepOpened(network(7));
  const { architecture, weights } = network(7);
  const now = { origin: 'trained', seed: 1, epoch: 1, step: 1 } as const;
  for (const run of ['trained', 'reset']) {
    must(
      await keepNetwork(id, run, { architecture, network: now, weights, log: null, optimizer: null, run }),
    );
    await keepEpoch(run, 1, new Uint8Array(1));
  }
  await moveRun(id, 'reset', 'aside');
  must(await deleteOpened(id));
  for (const run of ['trained', 'reset']) {
    expect(await keptNetwork(id, architecture, run)).toBeNull();
    expect(await keptEpoch(run, 1)).toBeNull();
  }
});

test('one too many, and one too large, are there for this visit only', async () => {
  for (let seed = 0; seed < MOST_KEPT; seed++) must((await keepOpened(network(100 + seed))).kept);
  const beyond = await keepOpened(network(99));
  expect(sentenceOf(beyond.kept)).toMatch(/already stores 20. Delete one/);
  expect((await listOpened()).networks).toHaveLength(MOST_KEPT + 1);
  expect((await listOpened()).networks.find(({ id }) => id === beyond.id)?.kept).toBe(false);
  // One that is stored already is stored again.
  must((await keepOpened(network(100))).kept);
  must(await deleteOpened(beyond.id));

  const units = 1400;
  const large: Architecture = {
    ...SMALL,
    layers: [
      { id: 'input', kind: 'input' },
      { id: 'flatten', kind: 'flatten' },
      { id: 'dense', kind: 'dense', units, activation: 'relu' },
      { id: 'output', kind: 'dense', units: 10, activation: 'softmax' },
    ],
  };
  const zeros = (...shape: readonly number[]) => ({
    shape,
    values: new Float32Array(shape.reduce((all, one) => all * one, 1)),
  });
  const weights = {
    dense: { kernel: zeros(12288, units), bias: zeros(units) },
    output: { kernel: zeros(units, 10), bias: zeros(10) },
  };
  const tooLarge = await keepOpened({ architecture: large, weights });
  expect(sentenceOf(tooLarge.kept)).toMatch(/It has 69 MB, and only networks of up to 64 MB are stored/);
  expect(must(await openedNetwork(tooLarge.id))?.architecture).toEqual(large);
  must(await deleteOpened(tooLarge.id));
});

test('what can’t be read any more is left out, and opens as no network', async () => {
  const { id } = await keepOpened(network(7));
  await set('net-0000000a', { id: 'net-0000000a', architecture: { name: 3 } }, store);
  await set(`${id}/weights`, new Uint8Array(20), store);
  expect(await names()).toEqual(['net 7']);
  expect(must(await openedNetwork(id))).toBeNull();
  expect((await findSubject(id)).ok).toBe(false);
});

test('as a subject it has images to look at, none to train on, and nothing that ships', async () => {
  const grey: Architecture = { ...SMALL, input: [28, 28, 1] };
  const [one, other] = [await keepOpened(network(8)), await keepOpened(network(8, grey))];
  const colour = must(await findSubject(one.id));
  expect(colour).toMatchObject({
    id: one.id,
    run: null,
    shipped: null,
    weights: { opened: network(8).weights },
  });
  expect(colour.dataSet).toMatchObject({ images: null, counts: { training: 0 }, shape: [64, 64, 3] });
  expect(colour.dataSet.samples).toMatchObject({ list: '/images/samples.json', form: 'png' });
  // Grey images are digits, which can be drawn where they are as large.
  const digits = must(await findSubject(other.id)).dataSet;
  expect(digits).toMatchObject({ pad: 'mnist', first: { id: 'seven-1' } });
});

test('a built network is kept without weights, and is trained on the drawings, scaled to its input', async () => {
  const { id, kept } = await keepOpened({ architecture: PRESETS.lenet, weights: null });
  must(kept);
  expect((await listOpened()).networks).toMatchObject([{ id, built: true, bytes: 0 }]);
  expect(must(await openedNetwork(id))).toEqual({ architecture: PRESETS.lenet, weights: null });
  expect(must(await findSubject(id))).toMatchObject({
    id,
    weights: 'kept',
    run: null,
    shipped: null,
    dataSet: {
      shape: [32, 32, 1],
      counts: COURSE.dataSet.counts,
      images: { ...COURSE.dataSet.images, scaled: true },
      samples: { form: 'png' },
    },
  });
});

test('a built network takes the drawings as they are at their own size, and others have none to train on', async () => {
  const dataSetOf = async (architecture: Architecture) => {
    const { id } = await keepOpened({ architecture, weights: null });
    return must(await findSubject(id)).dataSet;
  };
  expect(await dataSetOf(PRESETS.tinyVgg)).toEqual(COURSE.dataSet);
  expect(await dataSetOf({ ...PRESETS.lenet, classes: CLASS_SETS.digits })).toMatchObject({ images: null });
  expect(await dataSetOf({ ...PRESETS.tinyVgg, input: [130, 130, 3] })).toMatchObject({ images: null });
});

test('a deleted network takes along what it was trained to; a renamed one keeps it', async () => {
  const architecture = { ...PRESETS.lenet, name: 'before' };
  const { id } = await keepOpened({ architecture, weights: null });
  const pipeline = must(buildPipeline(architecture));
  const trained = { origin: 'trained', seed: 1, epoch: 1, step: 32 } as const;
  const weights = randomWeights(pipeline, 5);
  const snapshot = { architecture, weights, network: trained, log: null, optimizer: null, run: 'one' };
  must(await keepNetwork(id, 'one', snapshot));
  must(await renameOpened(id, 'after'));
  const renamed = must(await findSubject(id)).architecture;
  expect(renamed.name).toBe('after');
  expect((await keptNetwork(id, renamed))?.network).toEqual(trained);
  must(await deleteOpened(id));
  expect(await keptRuns(id)).toEqual([]);
  expect(await keptNetwork(id, renamed, 'one')).toBeNull();
});
