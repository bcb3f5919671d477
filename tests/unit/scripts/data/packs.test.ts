/** What `npm run data` writes, and what it says of the files of known sets. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { decodePack } from '@/lib/data/pack/pack';
import { SPLITS } from '@/lib/data/sets/labelled-set';
import { must } from '@/lib/result';
import { verdictOf } from '@/scripts/make/data/checksums';
import { packsOf } from '@/scripts/make/data/packs';
import { labelled, smallSet } from '../../data/sets/support/forms';

const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('each image is in one pack, with its class; the packs of the same set are the same bytes', async () => {
  const small = smallSet(60, [6, 5, 3], ['cat', 'dog', 'frog']);
  const set = labelled(small);
  const files = await packsOf(set);
  const again = await packsOf(set);
  expect([...files.keys()]).toEqual(['training.bin', 'validation.bin', 'test.bin', 'set.json']);
  for (const [name, bytes] of files) expect(sumOf(again.get(name) ?? new Uint8Array())).toBe(sumOf(bytes));
  const found: string[] = [];
  const about = JSON.parse(Buffer.from(files.get('set.json') ?? []).toString());
  for (const [nth, split] of SPLITS.entries()) {
    const part = must(await decodePack(new Uint8Array(files.get(`${split}.bin`) ?? [])));
    expect(part.shape).toEqual([6, 5, 3]);
    for (const [at, label] of part.labels.entries())
      found.push(`${label} ${sumOf(part.pixels.subarray(at * 90, (at + 1) * 90))}`);
    const counts = small.classes.map((_, label) => [...part.labels].filter((one) => one === label).length);
    expect(about.counts[nth]).toEqual(counts);
  }
  expect(found.sort()).toEqual(small.images.map((image, at) => `${small.labels[at]} ${sumOf(image)}`).sort());
});

test('a file that is called as a known set’s and holds other bytes is told from one that has another name', () => {
  expect(verdictOf('cifar-10-binary.tar.gz', new Uint8Array(9))).toEqual({
    kind: 'differs',
    sets: ['CIFAR-10'],
  });
  expect(verdictOf('train-images-idx3-ubyte', new Uint8Array(9))).toMatchObject({ kind: 'differs' });
  expect(verdictOf('holiday.zip', new Uint8Array(9))).toEqual({ kind: 'unknown' });
});
