/** The same images in every form of data set, read to the last byte. */
import { expect, test } from 'vitest';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { countsOf } from '@/lib/data/sets/labelled-set';
import { allNotes } from '@/lib/data/sets/look/odd';
import {
  asCifar,
  asFolders,
  asIdx,
  asNpz,
  asTar,
  asZip,
  gzipped,
  type NamedBytes,
  type SmallSet,
  smallSet,
} from './support/forms';
import { readFiles, wholeSet } from './support/read';

const COLOUR = smallSet(30, [8, 8, 3], ['cat', 'dog', 'frog']);
const GREY = smallSet(20, [28, 28, 1], ['0', '1', '2', '3']);
const OTHER_GREY = smallSet(8, [28, 28, 1], ['0', '1', '2', '3']);
const PHOTOS = smallSet(
  12,
  [32, 32, 3],
  Array.from({ length: 10 }, (_, at) => String(at)),
);
const FINE = smallSet(
  12,
  [32, 32, 3],
  Array.from({ length: 100 }, (_, at) => String(at)),
);
const folders = await asFolders(COLOUR);

/** By class and then by file, as paths are sorted. */
const sorted = ({ images, labels, classes }: SmallSet) =>
  classes.flatMap((_, label) => images.filter((_, at) => labels[at] === label));
const bytesOf = (images: readonly Uint8Array[]) => Uint8Array.from(images.flatMap((image) => [...image]));

function expectColour(set: LabelledSet) {
  expect(set).toMatchObject({ classes: COLOUR.classes, count: 30, shape: [8, 8, 3], form: 'images' });
  expect(set.pixels).toEqual(bytesOf(sorted(COLOUR)));
  expect([...set.labels]).toEqual([...Array(10).fill(0), ...Array(10).fill(1), ...Array(10).fill(2)]);
  expect(set.notes).toEqual([]);
}

const below = (folder: string, files: readonly NamedBytes[]) =>
  files.map(({ name, bytes }) => ({ name: `${folder}/${name}`, bytes }));

test.each([
  ['a folder', below('animals', folders)],
  ['a zip archive, stored', [{ name: 'animals.zip', bytes: asZip(folders) }]],
  ['a zip archive, deflated', [{ name: 'animals.zip', bytes: asZip(below('animals', folders), 6) }]],
  ['a tar archive', [{ name: 'animals.tar', bytes: asTar(folders) }]],
  ['a tar archive out of order', [{ name: 'animals.tar', bytes: asTar([...folders].reverse()) }]],
  ['a gzipped tar archive', [{ name: 'animals.tar.gz', bytes: gzipped(asTar(below('./a', folders))) }]],
])('one folder a class in %s', async (_, files) => expectColour(await wholeSet(files)));

test('two archives are two splits where their names say so', async () => {
  const set = await wholeSet([
    { name: 'train.zip', bytes: asZip(folders.slice(0, 24)) },
    { name: 'test.zip', bytes: asZip(folders.slice(24)) },
  ]);
  expect(countsOf(set)).toEqual([
    [8, 8, 8],
    [0, 0, 0],
    [2, 2, 2],
  ]);
});

test('the images of CIFAR-10 have their planes put together', async () => {
  const bin = asCifar(PHOTOS);
  const files = [
    { name: 'data_batch_1.bin', bytes: bin },
    { name: 'test_batch.bin', bytes: bin.slice(0, 3073 * 2) },
  ];
  for (const chosen of [
    files,
    [{ name: 'cifar-10-binary.tar.gz', bytes: gzipped(asTar(below('cifar-10-batches-bin', files))) }],
  ]) {
    const set = await wholeSet(chosen);
    expect(set).toMatchObject({ form: 'cifar10', count: 14, shape: [32, 32, 3] });
    expect(set.classes[3]).toBe('cat');
    expect([...set.labels]).toEqual([...PHOTOS.labels, 0, 1]);
    expect([...set.splits]).toEqual([...Array(12).fill(0), 2, 2]);
    expect(set.pixels.subarray(0, 12 * 3072)).toEqual(bytesOf(PHOTOS.images));
  }
});

test('CIFAR-100 has two labels before each image, and the second counts', async () => {
  const set = await wholeSet([{ name: 'train.bin', bytes: asCifar(FINE, true) }]);
  expect(set).toMatchObject({ form: 'cifar100', count: 12 });
  expect(set.classes).toHaveLength(100);
  expect([...set.labels]).toEqual(FINE.labels);
  expect(set.pixels).toEqual(bytesOf(FINE.images));
});

test('MNIST and its kin, plain, gzipped and in an archive', async () => {
  const { images, labels } = asIdx(GREY);
  const test = asIdx(OTHER_GREY);
  const files = [
    { name: 't10k-images-idx3-ubyte', bytes: test.images },
    { name: 't10k-labels-idx1-ubyte', bytes: test.labels },
    { name: 'train-images-idx3-ubyte', bytes: images },
    { name: 'train-labels-idx1-ubyte', bytes: labels },
  ];
  const packed = files.map(({ name, bytes }) => ({ name: `${name}.gz`, bytes: gzipped(bytes) }));
  for (const chosen of [files, packed, [{ name: 'mnist.zip', bytes: asZip(packed) }]]) {
    const set = await wholeSet(chosen);
    expect(set).toMatchObject({ form: 'idx', count: 28, shape: [28, 28, 1], classes: GREY.classes });
    expect(set.pixels).toEqual(bytesOf([...GREY.images, ...OTHER_GREY.images]));
    expect([...set.labels]).toEqual([...GREY.labels, ...OTHER_GREY.labels]);
    expect([...set.splits]).toEqual([...Array(20).fill(0), ...Array(8).fill(2)]);
  }
});

test('NumPy’s archives, stored and compressed, grey and colour', async () => {
  for (const level of [0, 6] as const) {
    const grey = await wholeSet([{ name: 'mnist.npz', bytes: asNpz(GREY, OTHER_GREY, level) }]);
    expect(grey).toMatchObject({ form: 'npz', count: 28, shape: [28, 28, 1], classes: GREY.classes });
    expect(grey.pixels).toEqual(bytesOf([...GREY.images, ...OTHER_GREY.images]));
    expect([...grey.splits]).toEqual([...Array(20).fill(0), ...Array(8).fill(2)]);
    const colour = await wholeSet([{ name: 'photos.npz', bytes: asNpz(PHOTOS, PHOTOS, level) }]);
    expect(colour.pixels).toEqual(bytesOf([...PHOTOS.images, ...PHOTOS.images]));
    expect([...colour.labels]).toEqual([...PHOTOS.labels, ...PHOTOS.labels]);
  }
});

test('a table says what class and split its files are of', async () => {
  const flat = folders.map(({ bytes }, at) => ({ name: `images/${at}.png`, bytes }));
  const rows = folders.map(({ name }, at) => `${at}.png,${name.split('/')[0]},${at < 6 ? 'val' : 'train'}`);
  const csv = new TextEncoder().encode(`filename,label,split\n${rows.join('\n')}\n`);
  const set = await wholeSet([...flat, { name: 'labels.csv', bytes: csv }]);
  expect(countsOf(set)).toEqual([
    [8, 8, 8],
    [2, 2, 2],
    [0, 0, 0],
  ]);
});

test('grey, larger, and out of proportion, as chosen', async () => {
  const grey = await wholeSet(folders, { shape: [8, 8, 1], fit: 'crop' });
  const [first] = sorted(COLOUR);
  expect(grey.pixels[0]).toBe(Math.round(0.299 * first[0] + 0.587 * first[1] + 0.114 * first[2]));
  const doubled = await wholeSet(folders, { shape: [16, 16, 3], fit: 'crop' });
  expect([...doubled.pixels.subarray(0, 6)]).toEqual([...first.subarray(0, 3), ...first.subarray(0, 3)]);
  const cropped = await wholeSet(folders, { shape: [4, 8, 3], fit: 'crop' });
  expect(cropped.pixels.subarray(0, 24)).toEqual(first.subarray(2 * 24, 3 * 24));
  const stretched = await wholeSet(folders, { shape: [4, 8, 3], fit: 'stretch' });
  expect(stretched.pixels[0]).toBe(Math.round((first[0] + first[24]) / 2));
  const idx = asIdx(GREY);
  const coloured = await wholeSet(
    [
      { name: 'images-idx3-ubyte', bytes: idx.images },
      { name: 'labels-idx1-ubyte', bytes: idx.labels },
    ],
    { shape: [28, 28, 3], fit: 'crop' },
  );
  expect([...coloured.pixels.subarray(0, 3)]).toEqual(Array(3).fill(GREY.images[0][0]));
});

test('what was read is there after a cancellation, in its order', async () => {
  const cancelling = new AbortController();
  cancelling.abort();
  const many = below('x', [...folders, ...below('more', folders)]);
  const { set, problem } = await readFiles(many, undefined, cancelling.signal);
  expect(problem?.sentence).toBe('Reading was cancelled.');
  expect(set?.count).toBeGreaterThanOrEqual(30);
  expect(set?.count).toBeLessThan(60);
});

test('images of a size that few have are named, where nearly all have another', async () => {
  const usual = await asFolders(smallSet(9, [8, 8, 3], ['cat', 'dog']));
  const odd = await asFolders(smallSet(1, [6, 9, 3], ['cat']));
  const files = [...usual, ...odd.map(({ bytes }) => ({ name: 'cat/odd.png', bytes }))];
  expect(allNotes(await wholeSet(files, { shape: [8, 8, 3], fit: 'crop' }))).toEqual([
    'One image has a different size than the usual 8 × 8, and was scaled: “cat/odd.png” (9 × 6).',
  ]);
  expect(allNotes(await wholeSet([...usual.slice(0, 2), ...files.slice(-1)]))).toEqual([]);
});
