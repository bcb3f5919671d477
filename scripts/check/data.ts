/**
 * `npm run check:data`: reads data sets of every form in headless Chromium, as the site does: all of the data folder
 * (PIPELINE_DATA names it) and generated files; `-- NAME` those whose names contain it. Compares every byte with an independent decoder (sharp), and prints counts,
 * time and the peak of the page's own memory. Exits 1 where something differs, takes too long, or where a large set takes
 * more than its own memory and a tenth of it. Reading anything takes some megabytes for scripts and WebAssembly, which is
 * more than a tenth of 30 MB: where a case has a few images in the same form, they are read in the same way before, and what
 * they take is allowed in addition.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatBytes } from '@/lib/format/bytes';
import { DATA_FOLDER } from '../data/folder';
import { type Ask, withLab } from '../lab';
import type { ReadInBrowser } from '../lab/read-set';
import { verdictOf } from '../make/data/checksums';
import { type DataCase, formCases, imageCases, isThere, realCases } from './data/cases';
import { memoryMeter } from './data/memory';

/** Of the set's own memory. */
const MOST_SHARE = 1.1;
/** The bytes from which on a set is large; the memory of smaller ones is only printed. */
const LARGE = 16e6;

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

/** Has files read, in a page of their own. */
async function readFiles(ask: Ask, { files, choice }: Pick<DataCase, 'files' | 'choice'>) {
  served.clear();
  for (const file of files) served.set(`/files/${encodeURI(file.name)}`, file.bytes);
  await ask(
    'load',
    files.map((file) => file.name),
  );
  const peak = memoryMeter();
  const read = await ask<ReadInBrowser>('read', choice ?? null);
  return { read, memory: peak?.() ?? null };
}

/** Checks one set, `allowed` more bytes than its share; returns what is wrong with it. */
async function check(ask: Ask, one: DataCase, allowed: number) {
  const { name, expected, tolerance = 0, longest } = one;
  put.clear();
  const { read, memory } = await readFiles(ask, one);
  await ask('send');
  const faults: string[] = [];
  if (read.problem) faults.push(read.problem);
  const wanted = await expected();
  const [pixels, labels] = ['/pixels', '/labels'].map(arrived);
  if (pixels.length !== wanted.pixels.length)
    faults.push(`${pixels.length} of ${wanted.pixels.length} bytes`);
  const { count, most } = difference(pixels, wanted.pixels, tolerance);
  if (count > 0) faults.push(`${count} bytes differ, by ${most} at most`);
  if (difference(labels, wanted.labels, 0).count > 0) faults.push('labels differ');
  if (longest && read.milliseconds > longest) faults.push(`longer than ${longest / 1000} s`);
  if (memory !== null && pixels.length >= LARGE && memory > pixels.length * MOST_SHARE + allowed)
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
      allowed > 0 ? `  (${formatBytes(allowed)} for a few images)` : '',
      tolerance > 0
        ? `  up to ${most} off${tolerance === Number.POSITIVE_INFINITY ? ', not judged' : ''}`
        : '',
      faults.join('; '),
    ].join(' '),
  );
  return faults;
}

const all = [...(isThere() ? await realCases() : []), ...(await formCases()), ...(await imageCases())];
const [named = ''] = process.argv.slice(2);
const cases = all.filter(({ name }) => name.includes(named));
if (!isThere()) console.log('Without CIFAR-10 and MNIST: PIPELINE_DATA can name the folder that holds them.');
let failed = 0;
const inLab = <T>(use: (ask: Ask) => Promise<T>) =>
  withLab('scripts/lab/read-set.ts', use, {
    files: served,
    onPut: (address, body) => put.set(address, [...(put.get(address) ?? []), body]),
  });
for (const one of cases) {
  const few = one.few && (await inLab((ask) => readFiles(ask, { files: one.few ?? [] })));
  const faults = await inLab((ask) => check(ask, one, few?.memory ?? 0));
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
process.exitCode = failed === 0 ? 0 : 1;
