/** A data set that a site serves, chosen as a subject: from the files that the command writes to a network that trains on it. */
import { afterEach, expect, test, vi } from 'vitest';
import { encodePack } from '@/lib/data/pack/pack';
import { SPLITS } from '@/lib/data/sets/labelled-set';
import { loadStored } from '@/lib/data/sets/training/stored-images';
import { storedSample } from '@/lib/data/sets/training/stored-samples';
import { partOf } from '@/lib/data/split';
import { isStored, siteSetName } from '@/lib/network/subject';
import { must } from '@/lib/result';
import { notices } from '@/lib/store/page/notices';
import { findSubject } from '@/lib/store/subject/find-subject';
import { deleteSet, listSets } from '@/lib/store/subject/kept-sets';
import { siteNetwork } from '@/lib/store/subject/site-subject';

const COUNT = 40;
const pixels = Uint8Array.from({ length: COUNT * 48 }, (_, at) => Math.floor(at / 48));
const labels = Uint8Array.from({ length: COUNT }, (_, at) => at % 2);
const all = { count: COUNT, shape: [4, 4, 3] as const, pixels, labels };
const PARTS = { training: [0, 30], validation: [30, 34], test: [34, 40] } as const;
const countsIn = ([from, to]: readonly [number, number]) => [(to - from) / 2, (to - from) / 2];
const about = {
  name: 'Numbers',
  form: 'images',
  classes: ['even', 'odd'],
  shape: [4, 4, 3],
  count: COUNT,
  counts: SPLITS.map((split) => countsIn(PARTS[split])),
  sum: '0badf00d',
  network: 'tinyVgg',
  notes: [],
};

const gzip = async (bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(
    await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
  );

/** Serves the set, and counts what is asked for. */
async function served() {
  const files = new Map<string, BodyInit>([
    ['/sets/sets.json', JSON.stringify({ version: 1, sets: [{ folder: 'numbers', about }] })],
  ]);
  for (const split of SPLITS) {
    const [from, to] = PARTS[split];
    const places = Array.from({ length: to - from }, (_, nth) => from + nth);
    files.set(`/sets/numbers/${split}.bin`, await encodePack(partOf(all, places), 2, gzip));
  }
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    const file = files.get(address);
    return file ? new Response(file) : new Response('', { status: 404 });
  });
  return asked;
}

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const { id } of must(await listSets())) await deleteSet(id);
});

test('the network of a site’s set is found by its id, with the split of the site; its images are fetched once', async () => {
  const asked = await served();
  const subject = must(await findSubject('site-numbers'));
  expect(subject).toMatchObject({
    id: 'site-numbers',
    architecture: { name: 'Numbers', classes: ['even', 'odd'] },
    weights: 'kept',
    dataSet: { counts: { training: 30, heldOut: 4, test: 6 } },
  });
  expect(asked.filter((one) => one.endsWith('.bin'))).toHaveLength(3);
  const { images } = subject.dataSet;
  if (!images || !isStored(images)) throw new Error('no stored images');
  // The set is the site's, not the learner's own.
  expect(siteSetName(images)).toBe('Numbers');
  expect(must(await storedSample('image-36', images, [4, 4, 3]))).toMatchObject({
    name: 'Image 36 of “Numbers”',
    label: 'odd',
    pixels: new Uint8Array(48).fill(35),
  });
  const parts = must(await loadStored(images, null));
  const numbers = (part: typeof parts.training) =>
    Array.from({ length: part.count }, (_, at) => part.pixels[at * 48]);
  expect(numbers(parts.training).sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, at) => at));
  expect(numbers(parts.test ?? parts.heldOut).sort((a, b) => a - b)).toEqual([34, 35, 36, 37, 38, 39]);
  expect(must(await findSubject('site-numbers')).dataSet.id).toBe(subject.dataSet.id);
  expect(asked.filter((one) => one.endsWith('.bin'))).toHaveLength(3);
  expect(notices.getState().notices.map(({ sentence }) => sentence)).toEqual([
    'The data set “Numbers” is being fetched from this site and stored in this browser …',
  ]);
});

test('a set that the site doesn’t serve, or no longer whole, is refused with a sentence', async () => {
  await served();
  expect(await siteNetwork('site-other')).toMatchObject({
    ok: false,
    problem: { sentence: 'There is no network called “site-other”, so the one before is shown.' },
  });
  const whole = window.fetch;
  vi.stubGlobal('fetch', async (address: string) =>
    address.endsWith('test.bin') ? new Response('', { status: 404 }) : whole(address),
  );
  expect(await siteNetwork('site-numbers')).toMatchObject({ ok: false });
  expect(must(await listSets())).toEqual([]);
});
