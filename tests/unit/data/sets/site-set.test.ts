import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { cardOfKnown } from '@/lib/data/sets/known/about';
import { listSiteSets, loadSiteSet, packAddresses, readAbout } from '@/lib/data/sets/site-set';
import type { SetCard } from '@/lib/data/sets/take/card';
import { must } from '@/lib/result';
import { packsOf } from '@/scripts/make/data/packs';
import { listBeside } from '@/scripts/make/data/site-list';
import { labelled, smallSet } from './support/forms';

const root = mkdtempSync(join(tmpdir(), 'site-'));
afterEach(() => {
  vi.unstubAllGlobals();
  rmSync(root, { recursive: true, force: true });
});

const set = { ...labelled(smallSet(60, [6, 5, 3], ['cat', 'dog', 'frog'])), fit: 'stretch' as const };

/** Writes the set as the command does, and serves it; `spoil` changes a file. */
async function served(spoil: (name: string, bytes: Uint8Array) => Uint8Array = (_, bytes) => bytes) {
  const folder = join(root, 'sets', 'animals');
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of await packsOf(set)) writeFileSync(join(folder, name), bytes);
  expect(listBeside(folder)).toBe(join(root, 'sets', 'sets.json'));
  serve(spoil);
}

/** Answers with the files below the root. */
function serve(spoil: (name: string, bytes: Uint8Array) => Uint8Array = (_, bytes) => bytes) {
  vi.stubGlobal('fetch', async (address: string) => {
    const file = join(root, address);
    return existsSync(file)
      ? new Response(new Uint8Array(spoil(basename(file), readFileSync(file))))
      : new Response('', { status: 404, statusText: address });
  });
}

const loaded = async () => {
  const [one] = must(await listSiteSets());
  return loadSiteSet(
    one.about,
    packAddresses(one.folder),
    () => {},
    async () => {},
  );
};

test('what the command writes is listed by the site, and opens with every image, class and split', async () => {
  await served();
  expect(must(await listSiteSets()).map(({ folder, about }) => [folder, about.name, about.count])).toEqual([
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

test('the list of this site is one, and has no sets', async () => {
  vi.stubGlobal('fetch', async (address: string) => new Response(readFileSync(join('public', address))));
  expect(must(await listSiteSets())).toEqual([]);
});

test('a list that is missing, damaged, or leads out of its folder is refused with a sentence', async () => {
  serve();
  expect(await listSiteSets()).toMatchObject({ ok: false });
  await served();
  const list = join(root, 'sets', 'sets.json');
  const good = readFileSync(list, 'utf8');
  for (const bad of [
    'not json',
    '[]',
    good.replace('"animals"', '"../animals"'),
    good.replace('"sum": "', '"sum": "x'),
  ]) {
    writeFileSync(list, bad);
    expect(await listSiteSets(), bad.slice(0, 80)).toMatchObject({ ok: false });
  }
});

test('a set of other content has another sum, and a description without one is none', async () => {
  const about = async (one: typeof set) =>
    readAbout(Buffer.from((await packsOf(one)).get('set.json') ?? []).toString());
  const relabelled = { ...set, labels: set.labels.map((label) => (label + 1) % 3) };
  expect((await about(relabelled))?.sum).not.toBe((await about(set))?.sum);
  expect((await about({ ...set }))?.sum).toBe((await about(set))?.sum);
  const text = JSON.stringify({ ...(await about(set)), sum: undefined });
  expect(readAbout(text)).toBeNull();
  expect(readAbout('not json')).toBeNull();
});

test('a set elsewhere is not listed', async () => {
  const folder = join(root, 'data-set');
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of await packsOf(set)) writeFileSync(join(folder, name), bytes);
  expect(listBeside(folder)).toBeNull();
  expect(existsSync(join(root, 'sets.json'))).toBe(false);
});

test('packs that are damaged, missing or of another set are refused with a sentence', async () => {
  await served((name, bytes) =>
    name === 'test.bin' ? bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte)) : bytes,
  );
  expect(await loaded()).toMatchObject({ ok: false });
  await served((name, bytes) => (name === 'test.bin' ? new Uint8Array(0) : bytes));
  expect(await loaded()).toMatchObject({ ok: false });
  await served();
  const [one] = must(await listSiteSets());
  const other = { ...one.about, count: 61 };
  const read = await loadSiteSet(
    other,
    packAddresses('animals'),
    () => {},
    async () => {},
  );
  expect(read).toMatchObject({ ok: false });
});

test('a well-known set has its card in the reader’s language, one that was changed its own', async () => {
  const described = async (card: SetCard) => {
    const known = { ...set, known: 'mnist' as const, card };
    return readAbout(Buffer.from((await packsOf(known)).get('set.json') ?? []).toString());
  };
  const usual = await described(cardOfKnown('mnist'));
  expect(usual).toMatchObject({ known: 'mnist' });
  expect(usual?.card).toBeUndefined();
  const changed = { source: 'my copy', licence: '' };
  expect((await described(changed))?.card).toEqual(changed);
  await served();
  if (!usual) throw new Error('no description');
  const opened = await loadSiteSet(
    usual,
    packAddresses('animals'),
    () => {},
    async () => {},
  );
  expect(must(opened).card).toEqual(cardOfKnown('mnist'));
});
