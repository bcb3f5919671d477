import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { readSiteSets } from '@/app/(networks)/data/site-sets';
import { loadSiteSet, packAddresses, readAbout } from '@/lib/data/sets/site-set';
import { must } from '@/lib/result';
import { packsOf } from '@/scripts/make/data/packs';
import { labelled, smallSet } from './support/forms';

const root = mkdtempSync(join(tmpdir(), 'site-'));
afterEach(() => {
  vi.unstubAllGlobals();
  rmSync(root, { recursive: true, force: true });
});

const set = { ...labelled(smallSet(60, [6, 5, 3], ['cat', 'dog', 'frog'])), fit: 'stretch' as const };

/** Writes the set as the command does, and serves it; `spoil` changes a file. */
async function served(spoil: (name: string, bytes: Uint8Array) => Uint8Array = (_, bytes) => bytes) {
  const files = await packsOf(set);
  mkdirSync(join(root, 'sets', 'animals'), { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(root, 'sets', 'animals', name), bytes);
  vi.stubGlobal('fetch', async (address: string) => {
    const [, folder, name, ...rest] = address.replace('/sets/', '//').split('/').slice(1);
    const bytes = rest.length === 0 && folder === 'animals' ? files.get(name) : undefined;
    return bytes
      ? new Response(new Uint8Array(spoil(name, bytes)))
      : new Response('', { status: 404, statusText: address });
  });
}

const loaded = async () => {
  const [one] = readSiteSets(root);
  return loadSiteSet(
    one.about,
    packAddresses(one.folder),
    () => {},
    async () => {},
  );
};

test('what the command writes is listed by the site, and opens with every image, class and split', async () => {
  await served();
  expect(readSiteSets(root).map(({ folder, about }) => [folder, about.name, about.count])).toEqual([
    ['animals', set.name, 60],
  ]);
  const opened = must(await loaded());
  expect(opened).toMatchObject({
    classes: ['cat', 'dog', 'frog'],
    shape: [6, 5, 3],
    count: 60,
    fit: 'stretch',
  });
  const described = ({ pixels, labels }: Pick<typeof set, 'pixels' | 'labels'>) =>
    Array.from({ length: 60 }, (_, at) => `${labels[at]} ${pixels.subarray(at * 90, (at + 1) * 90)}`).sort();
  expect(described(opened)).toEqual(described(set));
  expect(new Set(opened.splits)).toEqual(new Set([0, 1, 2]));
});

test('a site without sets lists none; a description that is none ends the build', () => {
  expect(readSiteSets(root)).toEqual([]);
  mkdirSync(join(root, 'sets', 'broken'), { recursive: true });
  writeFileSync(join(root, 'sets', 'broken', 'set.json'), '{"name": "x"}');
  expect(() => readSiteSets(root)).toThrow(/no description of a data set/);
  expect(readAbout('not json')).toBeNull();
});

test('packs that are damaged, missing or of another set are refused with a sentence', async () => {
  await served((name, bytes) =>
    name === 'test.bin' ? bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte)) : bytes,
  );
  expect(await loaded()).toMatchObject({ ok: false });
  await served((name, bytes) => (name === 'test.bin' ? new Uint8Array(0) : bytes));
  expect(await loaded()).toMatchObject({ ok: false });
  await served();
  const [one] = readSiteSets(root);
  const other = { ...one.about, count: 61 };
  const read = await loadSiteSet(
    other,
    packAddresses('animals'),
    () => {},
    async () => {},
  );
  expect(read).toMatchObject({ ok: false });
});
