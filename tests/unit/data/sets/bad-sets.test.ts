/** Files that are damaged, lie, or were made to harm: one sentence each, and what can be read is read. */
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { openContainer } from '@/lib/data/archives/open-container';
import { compactData } from '@/lib/data/sets/edit/compact';
import { unchanged } from '@/lib/data/sets/edit/edited-set';
import { countFindings, oddFindings } from '@/lib/data/sets/look/findings';
import { allNotes } from '@/lib/data/sets/look/odd';
import { recogniseSet } from '@/lib/data/sets/read-set';
import { asCifar, asFolders, asIdx, asTar, asZip, gzipped, noise, npy, smallSet } from './support/forms';
import { chosen, readFiles, refusal, wholeSet } from './support/read';
import { tarOf } from './support/tar';

const SET = smallSet(12, [8, 8, 3], ['cat', 'dog']);
const PHOTOS = smallSet(6, [32, 32, 3], ['a', 'b']);
const folders = await asFolders(SET);
const text = (words: string) => new TextEncoder().encode(words);
const image = async (width: number, height: number, form: (drawn: Sharp) => Sharp) =>
  new Uint8Array(
    await form(sharp({ create: { width, height, channels: 3, background: '#369' } })).toBuffer(),
  );

test('images that can’t be read are passed over, each for its reason, and the others are there', async () => {
  const jpeg = await image(40, 40, (drawn) => drawn.jpeg());
  const set = await wholeSet(
    [
      ...folders,
      { name: 'cat/cut.jpg', bytes: jpeg.slice(0, -200) },
      { name: 'cat/empty.png', bytes: new Uint8Array(0) },
      { name: 'cat/lies.jpg', bytes: text('no image at all') },
      { name: 'cat/wide.png', bytes: await image(20_000, 4000, (drawn) => drawn.png()) },
      { name: 'dog/damaged.png', bytes: folders[0].bytes.map((byte, at) => (at === 60 ? byte ^ 255 : byte)) },
      { name: 'dog/one.png', bytes: await image(1, 1, (drawn) => drawn.png()) },
      { name: 'dog/print.jpg', bytes: await image(9, 9, (drawn) => drawn.toColourspace('cmyk').jpeg()) },
      { name: 'dog/png.jpg', bytes: folders[1].bytes },
      { name: 'dog/long.png', bytes: await image(20_000, 10, (drawn) => drawn.png()) },
      { name: 'dog/.hidden.png', bytes: folders[1].bytes },
      { name: '__MACOSX/dog/._one.png', bytes: text('x') },
      { name: 'README.md', bytes: text('# Animals') },
    ],
    { shape: [8, 8, 3], fit: 'crop' },
  );
  expect(set.count).toBe(16);
  expect([...allNotes(set)].sort()).toEqual(
    [
      'One file that is no image is passed over, such as “README.md”.',
      '2 hidden files are passed over.',
      'One image is passed over because it is cut off: “cat/cut.jpg”.',
      'One image is passed over because its file is empty: “cat/empty.png”.',
      'One file is passed over because it is no image, whatever its name says: “cat/lies.jpg”.',
      'One image is passed over because it is too large (at most 64 megapixels and 64 MB): “cat/wide.png”.',
      'One image is passed over because it is damaged: “dog/damaged.png”.',
      'One image is a single pixel: “dog/one.png”.',
      'One image is in colours for print (CMYK), converted by the browser: “dog/print.jpg”.',
      '3 images have a different size than the usual 8 × 8, and were scaled: “dog/long.png” (20000 × 10), “dog/one.png” (1 × 1), “dog/print.jpg” (9 × 9).',
    ].sort(),
  );
});

test('of an animation the first frame is read, and of 16 bits the upper 8; both are said', async () => {
  const frames = [40, 200].map((red) =>
    sharp({ create: { width: 8, height: 8, channels: 3, background: { r: red, g: 0, b: 0 } } })
      .png()
      .toBuffer(),
  );
  const gif = await sharp(await Promise.all(frames), { join: { animated: true } })
    .gif()
    .toBuffer();
  const deep = await image(8, 8, (drawn) => drawn.toColourspace('rgb16').png());
  const set = await wholeSet([
    { name: 'a/moves.gif', bytes: new Uint8Array(gif) },
    { name: 'b/deep.png', bytes: deep },
  ]);
  expect([...set.pixels.subarray(0, 3)]).toEqual([40, 0, 0]);
  expect([...set.pixels.subarray(192, 195)]).toEqual([0x33, 0x66, 0x99]);
  expect([...allNotes(set)].sort()).toEqual([
    'Of one animation the first frame is used: “a/moves.gif”.',
    'One image has 16 bits a channel, reduced to 8: “b/deep.png”.',
  ]);
});

test('a file without permission to read is passed over', async () => {
  const locked = new Blob([folders[0].bytes]);
  locked.arrayBuffer = () => Promise.reject(new DOMException('not allowed', 'NotReadableError'));
  locked.slice = () => locked;
  const files = [...chosen(folders), { name: 'dog/locked.png', file: locked }];
  const { decodeSharp } = await import('@/scripts/data/decode-sharp');
  const { readSet } = await import('@/lib/data/sets/read-set');
  const recognised = await recogniseSet(files);
  if (!recognised.ok) throw new Error(recognised.problem.sentence);
  const choice = { shape: [8, 8, 3], fit: 'crop' } as const;
  const reading = readSet(recognised.value, choice, decodeSharp, new AbortController().signal);
  let step = await reading.next();
  while (!step.done) step = await reading.next();
  expect(step.value.set?.notes).toEqual([
    'One image is passed over because it may not be read, or has been moved: “dog/locked.png”.',
  ]);
});

test('links of an archive, rows of a table without a file and a table of none are counted', async () => {
  const files = folders.map(({ name, bytes }) => ({ path: name, bytes }));
  const link = (path: string, type: string) => ({ path, bytes: new Uint8Array(0), type });
  const tar = tarOf([...files, link('cat/again.png', '1'), link('cat/far.png', '2')]);
  expect((await wholeSet([{ name: 'a.tar', bytes: tar }])).notes).toEqual([
    '2 links in the archive are left out: only the files themselves are read.',
  ]);
  const table = (text: string) => ({ name: 'labels.csv', bytes: new Uint8Array(Buffer.from(text)) });
  const rows = await wholeSet([...folders, table('file,label\ngone.png,cat\nlost.png,dog\n')]);
  expect(rows.notes).toEqual([
    'The table names 2 files that aren’t there.',
    'One file that is no image is passed over, such as “labels.csv”.',
  ]);
  const other = await wholeSet([...folders, table('a text without rows')]);
  expect(other.notes).toEqual(['One file that is no image is passed over, such as “labels.csv”.']);
});

test('of several archives that are cut off each is named', async () => {
  const tar = asTar(folders);
  const cut = (name: string) => ({ name, bytes: tar.slice(0, tar.length / 2) });
  const { problem } = await readFiles([cut('a.tar'), cut('b.tar')]);
  expect(problem?.sentence).toMatch(/“a\.tar” is cut off.*“b\.tar” is cut off/s);
});

test('classes that differ only in capitals are one, one class alone and empty ones are noticed', async () => {
  const capitals = await wholeSet([...folders, { name: 'Cat/x.png', bytes: folders[0].bytes }]);
  expect(capitals.classes).toEqual(['Cat', 'dog']);
  expect(capitals.notes[0]).toMatch(/“Cat” and “cat” differ only in capitals/);
  const cats = folders.filter(({ name }) => name.startsWith('cat'));
  const one = await wholeSet(cats);
  // It is found out on the page, as it may change there.
  expect(one.notes).toEqual([]);
  expect(countFindings(unchanged(one))[0]).toMatchObject({ kind: 'oneClass', name: 'cat' });
  const tar = tarOf([
    ...folders.map(({ name, bytes }) => ({ path: name, bytes })),
    { path: 'frog/', bytes: new Uint8Array(0), type: '5' },
  ]);
  const empty = await wholeSet([{ name: 'a.tar', bytes: tar }]);
  expect(empty.notes).toEqual(['One class has no images: “frog”.']);
  // A folder that was dropped tells of them too. Those above the classes, or hidden, are no classes.
  const below = folders.map(({ name, bytes }) => ({ name: `animals/${name}`, bytes }));
  const beside = ['animals', 'animals/frog', 'animals/frog/more', 'animals/.git', 'animals/cat'];
  const { set } = await readFiles(below, undefined, undefined, beside);
  expect(set?.notes).toEqual(['One class has no images: “frog”.']);
});

test('an archive that leads out of its folder, holds a file twice, or is made to grow is refused', async () => {
  const out = [{ name: '../../x.png', bytes: folders[0].bytes }];
  for (const [name, bytes] of [
    ['a.zip', asZip(out)],
    ['a.tar', asTar(out)],
  ] as const)
    expect(await refusal([{ name, bytes }])).toBe(
      `“${name}” names the path “../../x.png”, which leads out of its folder; it isn’t opened.`,
    );
  expect(await refusal([{ name: 'a.tar', bytes: asTar([folders[0], folders[0]]) }])).toMatch(/twice/);
  const zeros = [{ name: 'cat/0.bmp', bytes: new Uint8Array(70e6) }];
  expect(await refusal([{ name: 'a.zip', bytes: asZip(zeros, 6) }])).toMatch(
    /would unpack to more .* Choose the files themselves, unpacked\.$/,
  );
  expect(await refusal([{ name: 'a.tar.gz', bytes: gzipped(asTar(zeros)) }])).toMatch(
    /cut off or damaged|no image/,
  );
}, 60_000);

test('an archive that is cut off: what lies before is read, and a sentence says so', async () => {
  const tar = asTar(folders);
  const plain = await readFiles([{ name: 'a.tar', bytes: tar.slice(0, tar.length / 2) }]);
  expect(plain.problem?.sentence).toMatch(/^“a.tar” is cut off or damaged/);
  expect(plain.set?.count).toBeGreaterThan(3);
  const packed = gzipped(tar);
  const half = await readFiles([{ name: 'a.tar.gz', bytes: packed.slice(0, packed.length / 2) }]);
  expect(half.problem?.sentence).toMatch(/^“a.tar.gz” is cut off or damaged/);
  const zip = asZip(folders);
  expect(await refusal([{ name: 'a.zip', bytes: zip.slice(0, -30) }])).toBe(
    '“a.zip” is a damaged zip archive. Pack or download it again.',
  );
});

test('CIFAR: a label that there isn’t ends reading, as does the end of the file; Python’s form is refused', async () => {
  const bin = asCifar(PHOTOS);
  const wrong = bin.map((byte, at) => (at === 3073 * 3 ? 11 : byte));
  const outcome = await readFiles([{ name: 'data_batch_1.bin', bytes: wrong }]);
  expect(outcome.problem?.sentence).toBe(
    'Image 4 in “data_batch_1.bin” has the label 11, and CIFAR-10 has the labels 0 to 9: the file is damaged from there on.',
  );
  expect(outcome.set?.count).toBe(3);
  const cut = await readFiles([{ name: 'data_batch_1.bin', bytes: bin.slice(0, -5) }]);
  expect(cut.problem?.sentence).toMatch(/is cut off/);
  expect(cut.set?.count).toBe(5);
  expect(await refusal([{ name: 'data_batch_1', bytes: noise(99, 1) }])).toMatch(/binary version/);
});

test('IDX: a wrong magic, labels that are missing or too few, an end before the last image', async () => {
  const { images, labels } = asIdx(smallSet(6, [28, 28, 1], ['0', '1']));
  const pair = (one: Uint8Array<ArrayBuffer>, other: Uint8Array<ArrayBuffer>) => [
    { name: 'train-images-idx3-ubyte', bytes: one },
    { name: 'train-labels-idx1-ubyte', bytes: other },
  ];
  const wrong = images.map((byte, at) => (at === 2 ? 0x0d : byte));
  expect(await refusal(pair(wrong, labels))).toMatch(/doesn’t begin as one of bytes/);
  expect(await refusal(pair(images, labels).slice(0, 1))).toMatch(/^There are no labels/);
  const five = labels.slice(0, -1).map((byte, at) => (at === 7 ? 5 : byte));
  expect(await refusal(pair(images, five))).toMatch(/holds 6 images, and there are 5 labels/);
  const cut = await readFiles(pair(images.slice(0, -1), labels));
  expect(cut.problem?.sentence).toMatch(/its last images are missing/);
  expect(cut.set?.count).toBe(5);
  const huge = images.map((byte, at) => (at === 4 ? 127 : byte));
  expect(await refusal(pair(huge, labels))).toMatch(/images, and there are/);
});

test('NumPy: objects of Python are refused, and so are other types and what isn’t labelled', async () => {
  const npz = (x: Uint8Array<ArrayBuffer>, y: Uint8Array<ArrayBuffer>) => [
    {
      name: 'a.npz',
      bytes: asZip([
        { name: 'x_train.npy', bytes: x },
        { name: 'y_train.npy', bytes: y },
      ]),
    },
  ];
  const x = npy('|u1', [2, 2, 2], [noise(8, 1)]);
  const y = npy('|u1', [2], [[0, 1]]);
  expect((await wholeSet(npz(x, y))).count).toBe(2);
  // A damaged name would make an array, and with it a part of the set, be passed over.
  const [{ name, bytes }] = npz(x, y);
  const renamed = bytes.slice();
  renamed[new TextDecoder('latin1').decode(bytes).lastIndexOf('.npy') + 3] = 'x'.charCodeAt(0);
  expect(await refusal([{ name, bytes: renamed }])).toMatch(/is damaged/);
  expect(await refusal(npz(npy('|O', [2, 2, 2], [noise(8, 1)]), y))).toMatch(/pickle.*refused/);
  expect(await refusal(npz(x, npy('|O', [2], [[0, 1]])))).toMatch(/pickle/);
  expect(await refusal(npz(npy('<f4', [2, 2, 2], [noise(32, 1)]), y))).toMatch(/of the type <f4/);
  expect(await refusal(npz(x, npy('|u1', [3], [[0, 1, 1]])))).toMatch(/2 images, and there are 3 labels/);
  expect(await refusal(npz(x, x))).toMatch(/no labels for the array/);
});

test('nothing, nothing but text, and images of no class', async () => {
  expect(await refusal([])).toMatch(/nothing to read/);
  expect(await refusal([{ name: 'notes.txt', bytes: text('x') }])).toMatch(/no image among these files/);
  expect(await refusal([{ name: 'a.png', bytes: folders[0].bytes }])).toMatch(/Nothing says which class/);
});

test('a hundred thousand files are listed from an archive with a long directory', async () => {
  // Python's zipfile writes such a directory; fflate doesn't, so the long records are put in by hand.
  const files = Array.from({ length: 70_000 }, (_, at) => ({
    name: `${at % 2}/${at}.png`,
    bytes: new Uint8Array(0),
  }));
  const short = asZip(files);
  const view = new DataView(short.buffer);
  const end = short.length - 22;
  const long = new Uint8Array(56 + 20);
  const written = new DataView(long.buffer);
  written.setUint32(0, 0x06064b50, true);
  written.setBigUint64(32, 70_000n, true);
  written.setBigUint64(48, BigInt(view.getUint32(end + 16, true)), true);
  written.setUint32(56, 0x07064b50, true);
  written.setBigUint64(64, BigInt(end), true);
  view.setUint16(end + 10, 0xffff, true);
  const bytes = new Uint8Array([...short.subarray(0, end), ...long, ...short.subarray(end)]);
  const container = await openContainer([{ name: 'many.zip', file: new Blob([bytes]) }]);
  expect(container.files).toHaveLength(70_000);
});

test('odd images are known by their places, also when others were passed over or deleted', async () => {
  const usual = await asFolders(smallSet(20, [8, 8, 3], ['cat', 'dog']));
  const long = new Uint8Array(
    await sharp(noise(8 * 30 * 3, 5), { raw: { width: 30, height: 8, channels: 3 } })
      .png()
      .toBuffer(),
  );
  const deep = new Uint8Array(
    await sharp(noise(192, 6), { raw: { width: 8, height: 8, channels: 3 } })
      .toColourspace('rgb16')
      .png()
      .toBuffer(),
  );
  const files = [
    ...usual,
    { name: 'cat/000a.png', bytes: usual[0].bytes.slice(0, 40) },
    { name: 'cat/001.png', bytes: long },
    { name: 'dog/zz.png', bytes: deep },
  ];
  const set = await wholeSet(files, { shape: [8, 8, 3], fit: 'crop' });
  expect(set.count).toBe(22);
  const sorted = files
    .map(({ name }) => name)
    .filter((name) => name !== 'cat/000a.png')
    .sort();
  const [at, last] = ['cat/001.png', 'dog/zz.png'].map((name) => sorted.indexOf(name));
  expect(set.odd?.map(({ kind, places }) => [kind, places])).toEqual([
    ['deep', [last]],
    ['oddSize', [at]],
  ]);
  const there = new Uint8Array(22).fill(1);
  there[0] = 0;
  const kept = compactData({ ...unchanged(set), there });
  expect(kept.odd?.map(({ places, examples }) => [places, examples.map(({ place }) => place)])).toEqual([
    [[last - 1], [last - 1]],
    [[at - 1], [at - 1]],
  ]);
  there[at] = 0;
  expect(oddFindings({ ...unchanged(set), there }).map(({ places }) => places)).toEqual([[last]]);
});

test('one odd size among five images is found; where sizes are mixed, none is', async () => {
  const usual = await asFolders(smallSet(4, [8, 8, 3], ['cat', 'dog']));
  const sized = async (width: number) => await image(width, 8, (drawn) => drawn.png());
  const read = async (widths: readonly number[]) => {
    const others = await Promise.all(
      widths.map(async (width) => ({ name: `dog/w${width}.png`, bytes: await sized(width) })),
    );
    return (await wholeSet([...usual, ...others], { shape: [8, 8, 3], fit: 'crop' })).odd ?? [];
  };
  expect((await read([20])).map(({ kind, places }) => [kind, places])).toEqual([['oddSize', [4]]]);
  expect(await read([20, 21, 22])).toEqual([]);
});
