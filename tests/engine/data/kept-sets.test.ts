/** Stored data sets, in a real browser's database. */
import { afterEach, expect, test, vi } from 'vitest';
import { edited, unchanged } from '@/lib/data/sets/edit/edited-set';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { must } from '@/lib/result';
import {
  deleteSet,
  keepChanged,
  keepServed,
  keepSet,
  keptSet,
  listSets,
  renameSet,
  writeSetCard,
} from '@/lib/store/subject/kept-sets';

const COUNT = 400;
const set: LabelledSet = {
  name: 'leaves',
  form: 'images',
  classes: ['oak', 'elm'],
  shape: [20, 30, 3],
  count: COUNT,
  pixels: Uint8Array.from({ length: COUNT * 1800 }, (_, at) => at * 7 + (at >> 8)),
  labels: Uint16Array.from({ length: COUNT }, (_, at) => at % 2),
  splits: new Uint8Array(COUNT),
  notes: [],
};

afterEach(async () => {
  vi.restoreAllMocks();
  for (const { id } of must(await listSets())) await deleteSet(id);
});

test('a changed set takes the place of the stored one, without what was deleted', async () => {
  const id = must(await keepSet(set));
  must(await renameSet(id, 'trees'));
  must(await writeSetCard(id, { source: 'the park', licence: 'mine' }));
  const there = Uint8Array.from({ length: COUNT }, (_, at) => Number(at % 5 !== 3));
  expect(must(await keepSet({ ...unchanged(set), there }, id))).toBe(id);
  const read = must(await keptSet(id));
  expect(read).toMatchObject({ count: 320, name: 'trees', classes: set.classes });
  const places = [...there.keys()].filter((at) => there[at] === 1);
  expect([...(read?.labels ?? [])]).toEqual(places.map((at) => at % 2));
  for (const [nth, at] of places.entries())
    expect(read?.pixels.subarray(nth * 1800, nth * 1800 + 1800)).toEqual(
      set.pixels.subarray(at * 1800, at * 1800 + 1800),
    );
  // Other tests store sets of their own in the same database.
  expect(must(await listSets()).filter(({ name }) => name === 'trees')).toHaveLength(1);
});

test('what was changed or deleted in another tab meanwhile is not overwritten, and can be stored beside it', async () => {
  const id = must(await keepSet(set));
  const read = must(await listSets()).find((one) => one.id === id);
  if (!read) throw new Error('not stored');
  const mine = must(edited(unchanged(set), { kind: 'delete', places: [1, 2] }));
  const theirs = must(edited(unchanged(set), { kind: 'delete', places: [3] }));
  const next = must(await keepChanged(theirs, read));
  const refusal = async () => {
    const kept = await keepChanged(mine, read);
    return kept.ok ? 'stored' : kept.problem.sentence;
  };
  expect(await refusal()).toMatch(/was changed in another place, so it isn’t overwritten/);
  expect(must(await keptSet(id))?.count).toBe(COUNT - 1);
  // Whoever stored it last goes on.
  must(await keepChanged(theirs, next));
  await deleteSet(id);
  expect(await refusal()).toMatch(/was deleted/);
  expect(must(await listSets()).filter((one) => one.id === id)).toEqual([]);
  const beside = must(await keepChanged(mine, null));
  expect(must(await keptSet(beside.id))?.count).toBe(COUNT - 2);
});

test('a set of the site’s stays as it is served, and a changed one is stored beside it', async () => {
  const id = must(await keepServed(set, 'set-0000abcd'));
  const [read] = must(await listSets()).filter((one) => one.id === id);
  const changed = must(edited(unchanged(set), { kind: 'delete', places: [1] }));
  const beside = [must(await keepChanged(changed, read)).id, must(await keepSet(changed, id))];
  expect(new Set([id, ...beside]).size).toBe(3);
  expect(must(await keptSet(id))).toMatchObject({ count: COUNT, name: 'leaves' });
  expect(must(await keptSet(beside[0]))).toMatchObject({ count: COUNT - 1, name: 'leaves, changed' });
  // The changed one is the learner's, and is replaced as any.
  expect(must(await keepSet(changed, beside[0]))).toBe(beside[0]);
});

test('the record of the originals is stored until images are deleted', async () => {
  const originals = { training: 9, validation: 0, test: 0 };
  const made = { ...set, originals };
  const id = must(await keepSet(made));
  expect(must(await keptSet(id))?.originals).toEqual(originals);
  must(await keepSet(must(edited(unchanged(made), { kind: 'delete', places: [1] })), id));
  expect(must(await keptSet(id))?.originals).toBeUndefined();
});

test('where the new one can’t be stored, the old one stays as it is', async () => {
  const id = must(await keepSet(set));
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    if (String(key).endsWith('/data')) throw new DOMException('full', 'QuotaExceededError');
    return put.call(this, value, key);
  });
  const failed = await keepSet({ ...unchanged(set), classes: ['one', 'other'] }, id);
  expect(failed).toMatchObject({
    ok: false,
    problem: { sentence: expect.stringMatching(/storage is full/) },
  });
  const read = must(await keptSet(id));
  expect(read?.classes).toEqual(['oak', 'elm']);
  expect(read?.pixels).toEqual(set.pixels);
});
