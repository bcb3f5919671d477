/**
 * `npm run check:data`: reads data sets of every form in headless Chromium, as the site does: all of the data folder
 * (PIPELINE_DATA names it) and generated files; `-- NAME` those whose names contain it. Compares every byte with an
 * independent decoder (sharp), and labels, classes' names, splits and what the set is recognised as with what the files were
 * made from; prints counts, time and the peak of the page's own memory. Exits 1 where something differs, takes too long, or
 * where a large set takes more than its own memory and a tenth of it; and where the data folder isn't there, unless
 * `--without-known` says that generated files are enough.
 *
 * Memory is what the page's process has more than before, at its peak. What the browser takes once, however large the set is,
 * for scripts, WebAssembly and compiling what runs often, is several megabytes: where a tenth of a set is less than that, the
 * page first reads a few images in the same form, often enough for the browser to have compiled what there is to compile.
 * Nothing is allowed beside the set and its tenth then. What a fresh page takes is printed beside it, and what it takes to get
 * the bytes of the files and do nothing with them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatBytes } from '@/lib/format/bytes';
import { DATA_FOLDER } from '../data/folder';
import { type Ask, withLab } from '../lab';
import type { ReadInBrowser } from '../lab/read-set';
import { verdictOf } from '../make/data/checksums';
import { stop } from '../project';
import { type DataCase, type Expected, formCases, imageCases, isThere, realCases } from './data/cases';
import { memoryMeter } from './data/memory';

/** Of the set's own memory. */
const MOST_SHARE = 1.1;
/** The bytes from which on a set is large; the memory of smaller ones is only printed. */
const LARGE = 16e6;
/** So many images are read before, of a few again and again. */
const WARM_UP = 20_000;

const served = new Map<string, Uint8Array>();
const put = new Map<string, Uint8Array[]>();

/** How many bytes differ, and by how much at most. */
function difference(got: Uint8Array, wanted: Uint8Array, tolerance: number) {
  let [count, most] = [0, 0];
  for (let at = 0; at < wanted.length; at++) {
    const off = Math.abs(got[at] - wanted[at]);
    if (off > tolerance) count += 1;
    if (off > most) most = off;
  }
  return { count, most };
}

const arrived = (address: string) => new Uint8Array(Buffer.concat(put.get(address) ?? []));

/** Hands files to a page of their own. */
async function load(ask: Ask, files: DataCase['files']): Promise<void> {
  served.clear();
  for (const file of files) served.set(`/files/${encodeURI(file.name)}`, file.bytes);
  await ask(
    'load',
    files.map((file) => file.name),
  );
}

/** What a page has at its peak while it does something, in bytes; null where that can't be measured. */
async function during<T>(work: () => Promise<T>) {
  const peak = memoryMeter();
  const result = await work();
  return { result, memory: peak?.() ?? null };
}

/** What a fresh page takes to read a set, and to get its bytes and do nothing with them. */
async function inFreshPages({ few, files, choice }: DataCase) {
  if (!few) return null;
  const memoryOf = async (what: 'read' | 'stream') =>
    inLab(async (ask) => {
      await load(ask, files);
      return (await during(() => ask(what, choice ?? null))).memory ?? 0;
    });
  return { read: await memoryOf('read'), bytes: await memoryOf('stream') };
}

/** Reads a few images again and again. */
async function warmUp(ask: Ask, few: DataCase['files']): Promise<void> {
  await load(ask, few);
  for (let read = 0; read < WARM_UP; ) read += (await ask<ReadInBrowser>('read', null)).count || WARM_UP;
  await ask('forget');
}

/** What is wrong with what is read besides pixels. */
function wrongWith({ classes, known }: ReadInBrowser, wanted: Expected): readonly string[] {
  const [labels, splits] = ['/labels', '/splits'].map(arrived);
  const same = (got: Uint8Array, right: Uint8Array) => Buffer.from(got).equals(right);
  return [
    ...(same(labels, wanted.labels) ? [] : ['labels differ']),
    ...(same(splits, wanted.splits) ? [] : ['splits differ']),
    ...(classes.join('\n') === wanted.classes.join('\n') ? [] : [`classes are ${classes.join(', ')}`]),
    ...(known === (wanted.known ?? null) ? [] : [`recognised as ${known ?? 'no known set'}`]),
  ];
}

/** Checks one set; returns what is wrong with it. */
async function check(ask: Ask, one: DataCase, fresh: Awaited<ReturnType<typeof inFreshPages>>) {
  const { name, files, choice, expected, tolerance = 0, longest, few } = one;
  put.clear();
  if (few) await warmUp(ask, few);
  await load(ask, files);
  const { result: read, memory } = await during(() => ask<ReadInBrowser>('read', choice ?? null));
  await ask('send');
  const faults: string[] = [];
  if (read.problem) faults.push(read.problem);
  const wanted = await expected();
  const pixels = arrived('/pixels');
  if (pixels.length !== wanted.pixels.length)
    faults.push(`${pixels.length} of ${wanted.pixels.length} bytes`);
  const { count, most } = difference(pixels, wanted.pixels, tolerance);
  if (count > 0) faults.push(`${count} bytes differ, by ${most} at most`);
  faults.push(...wrongWith(read, wanted));
  if (longest && read.milliseconds > longest) faults.push(`longer than ${longest / 1000} s`);
  if (memory !== null && pixels.length >= LARGE && memory > pixels.length * MOST_SHARE)
    faults.push(`${formatBytes(memory)} for a set of ${formatBytes(pixels.length)}`);
  console.log(
    [
      (faults.length > 0 ? 'FAILS' : 'holds').padEnd(6),
      name.padEnd(24),
      `${read.count} images`.padStart(13),
      `${read.classes.length} classes`.padStart(12),
      formatBytes(pixels.length).padStart(9),
      `${(read.milliseconds / 1000).toFixed(1)} s`.padStart(8),
      `peak ${memory === null ? '?' : formatBytes(memory)}`.padStart(15),
      fresh
        ? `  (in a fresh page: ${formatBytes(fresh.read)}, its bytes alone: ${formatBytes(fresh.bytes)})`
        : '',
      tolerance > 0
        ? `  up to ${most} off${tolerance === Number.POSITIVE_INFINITY ? ', not judged' : ''}`
        : '',
      faults.join('; '),
    ].join(' '),
  );
  return faults;
}

const { positionals, values } = parseArgs({
  options: { 'without-known': { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [named = ''] = positionals;
const all = [...(isThere() ? await realCases() : []), ...(await formCases()), ...(await imageCases())];
const cases = all.filter(({ name }) => name.includes(named));
let failed = 0;
const inLab = <T>(use: (ask: Ask) => Promise<T>) =>
  withLab('scripts/lab/read-set.ts', use, {
    files: served,
    chromiumArgs: ['--js-flags=--expose-gc'],
    onPut: (address, body) => put.set(address, [...(put.get(address) ?? []), body]),
  });
for (const one of cases) {
  const fresh = await inFreshPages(one);
  const faults = await inLab((ask) => check(ask, one, fresh));
  if (faults.length > 0) failed += 1;
}
if (isThere()) {
  // The published sum of a known set, next to its own file.
  const name = 'train-labels-idx1-ubyte.gz';
  const verdict = verdictOf(name, new Uint8Array(readFileSync(join(DATA_FOLDER, 'mnist', name))));
  const known = verdict.kind === 'published' || verdict.kind === 'repacked';
  if (!known) failed += 1;
  console.log(`${known ? 'holds' : 'FAILS'}  the published checksum of ${name}`);
}
console.log(`\n${cases.length} data sets, ${failed} fail`);
if (cases.length === 0) stop(`No data set is called like “${named}”.`);
if (!isThere()) {
  const sentence = `CIFAR-10 and MNIST were not read: they are not in ${DATA_FOLDER}; PIPELINE_DATA can name their folder.`;
  if (!values['without-known']) stop(`${sentence} With --without-known the generated files alone decide.`);
  console.log(sentence);
}
process.exitCode = failed === 0 ? 0 : 1;
