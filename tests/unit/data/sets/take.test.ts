/** A set as an archive, read again by the reader. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unchanged } from '@/lib/data/sets/edit/edited-set';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { readCard, UNKNOWN, writeCard } from '@/lib/data/sets/take/card';
import { folderNames } from '@/lib/data/sets/take/folder-names';
import { SetZip } from '@/lib/data/sets/take/zip-set';
import { piecesOf } from '@/lib/data/sets/work/set-work';
import { labelled, smallSet } from './support/forms';
import { wholeSet } from './support/read';

const CLASSES = ['cat', 'Train', 'a/b: c', '.hidden'];

function zipped(set: LabelledSet, there?: Uint8Array<ArrayBuffer>) {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const { classes, shape, count } = set;
  const folders = folderNames(classes);
  const card = writeCard(
    {
      name: set.name,
      source: 'my garden',
      licence: '',
      classes: classes.map((name, at) => ({ name, folder: folders[at] })),
    },
    { shape, counts: [], distinct: null, weaknesses: [] },
  );
  const isSplit = set.splits.some((split) => split > 0);
  const zip = new SetZip({ shape, classes, card, isSplit, count }, (bytes) => parts.push(bytes));
  const edited = { ...unchanged(set), ...(there ? { there } : {}) };
  for (const piece of piecesOf(edited, false)) zip.add(piece.pixels, piece.labels, piece.splits);
  zip.end();
  return new Uint8Array(Buffer.concat(parts));
}

/** Every image with its class and its split, in an order of their own. */
const contents = (
  { pixels, labels, splits, classes, shape, count }: LabelledSet,
  places = [...Array(count).keys()],
) => {
  const bytes = shape[0] * shape[1] * shape[2];
  return places
    .map((at) =>
      [
        classes[labels[at]],
        splits[at],
        Buffer.from(pixels.subarray(at * bytes, (at + 1) * bytes)).toString('hex'),
      ].join(' '),
    )
    .sort();
};

test.each([
  ['colour', [7, 5, 3], [0, 0, 1, 2]],
  ['grey', [5, 9, 1], [0]],
] as const)(
  'a %s set is read back with the same pixels, labels, splits and names',
  async (_, shape, splits) => {
    const small = smallSet(40, shape, CLASSES);
    const set = labelled(
      small,
      small.images.map((_, at) => splits[at % splits.length]),
    );
    const read = await wholeSet([{ name: 'set.zip', bytes: zipped(set) }], { shape, fit: 'crop' });
    expect(contents(read)).toEqual(contents(set));
    expect(read.notes).toEqual([]);
    expect(read.card).toEqual({ ...UNKNOWN, source: 'my garden' });
  },
);

test('what was deleted is not in the archive', async () => {
  const set = labelled(smallSet(12, [4, 4, 3], CLASSES));
  const there = Uint8Array.from({ length: 12 }, (_, at) => at % 3 && 1);
  const read = await wholeSet([{ name: 'set.zip', bytes: zipped(set, there) }]);
  expect(contents(read)).toEqual(contents(set, [1, 2, 4, 5, 7, 8, 10, 11]));
});

test('folders are different whatever the capitals, and lead nowhere else', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (classes) => {
      const folders = folderNames(classes);
      expect(new Set(folders.map((one) => one.normalize('NFC').toLowerCase())).size).toBe(classes.length);
      for (const folder of folders) expect(folder).toMatch(/^[^./\\\s][^/\\]*$/);
    }),
  );
});

test('a card that is none is passed over', () => {
  for (const text of ['', '{', '[]', '{"format":"other"}', 'null']) expect(readCard(text)).toBeNull();
});
