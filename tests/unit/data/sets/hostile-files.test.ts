/** Files that are too many, made to fill the memory, or something else than they say: real ones of each. */
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { allNotes } from '@/lib/data/sets/look/odd';
import type { DecodeImage } from '@/lib/data/sets/plan';
import { readSet, recogniseSet } from '@/lib/data/sets/read-set';
import { must } from '@/lib/result';
import type { ChosenFile } from '@/lib/site/chosen-files';
import {
  asFolders,
  asIdx,
  asTar,
  asZip,
  gzipped,
  type NamedBytes,
  noise,
  npy,
  smallSet,
} from './support/forms';
import { chosen, readFiles, refusal, wholeSet } from './support/read';

const folders = await asFolders(smallSet(12, [8, 8, 3], ['cat', 'dog']));
const SMALL = { shape: [8, 8, 3], fit: 'crop' } as const;
const solid = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#369' } });
const file = async (drawn: Sharp) => new Uint8Array(await drawn.toBuffer());

/** Reads files with another decoder. */
async function readWith(files: readonly ChosenFile[], decode: DecodeImage) {
  const reading = readSet(must(await recogniseSet(files)), SMALL, decode, new AbortController().signal);
  for (;;) {
    const step = await reading.next();
    if (step.done) return step.value;
  }
}

const dot: DecodeImage = async () => ({ width: 8, height: 8, data: new Uint8Array(256).fill(255) });

test('a hundred thousand files are read', async () => {
  const image = new Blob([folders[0].bytes]);
  const files = Array.from({ length: 100_000 }, (_, at) => ({
    name: `${at % 2 ? 'cat' : 'dog'}/${at}.png`,
    file: image,
  }));
  const { set, problem } = await readWith(files, dot);
  expect(problem).toBeNull();
  expect(set).toMatchObject({ count: 100_000, classes: ['cat', 'dog'], notes: [] });
  expect(set?.labels.filter((label) => label === 1)).toHaveLength(50_000);
});

test('what unpacks to more than its size says is no more than one damaged file', async () => {
  const zip = asZip([...folders, { name: 'dog/grows.png', bytes: noise(70_000, 1) }], 6);
  // The size that the directory and the file's own header name.
  const view = new DataView(zip.buffer);
  for (let at = 0; at + 4 < zip.length; at++)
    if (view.getUint32(at, true) === 70_000) view.setUint32(at, 700, true);
  const set = await wholeSet([{ name: 'a.zip', bytes: zip }]);
  expect(set.count).toBe(12);
  expect(set.notes).toEqual(['One image is passed over because it is damaged: “dog/grows.png”.']);
});

test('gzipped zeros without an end are refused, as a tar archive and as IDX', async () => {
  const zeros = new Uint8Array(70e6);
  const tar = gzipped(asTar([...folders, { name: 'dog/zeros.png', bytes: zeros }]));
  const outcome = await readFiles([{ name: 'a.tar.gz', bytes: tar }]);
  expect(outcome.problem?.sentence).toBe(
    '“a.tar.gz” is cut off or damaged; what lies behind that place is missing.',
  );
  expect(outcome.set?.count).toBe(12);
  const idx = (count: number) => {
    const { images, labels } = asIdx(smallSet(2, [28, 28, 1], ['0', '1']));
    for (const bytes of [images, labels]) new DataView(bytes.buffer).setUint32(4, count);
    return [
      {
        name: 'train-images-idx3-ubyte.gz',
        bytes: gzipped(new Uint8Array([...images, ...zeros.slice(0, 9)])),
      },
      { name: 'train-labels-idx1-ubyte.gz', bytes: gzipped(labels) },
    ];
  };
  expect(await refusal(idx(4_000_000_000))).toMatch(/^“train-labels-idx1-ubyte.gz” is damaged/);
  expect(await refusal(idx(2))).toMatch(/^“train-images-idx3-ubyte.gz” is damaged/);
}, 60_000);

test('a gzipped IDX file that is cut off gives the images before', async () => {
  const { images, labels } = asIdx(smallSet(400, [28, 28, 1], ['0', '1']));
  const packed = gzipped(images);
  const { set, problem } = await readFiles([
    { name: 'train-images-idx3-ubyte.gz', bytes: packed.slice(0, packed.length * 0.7) },
    { name: 'train-labels-idx1-ubyte.gz', bytes: gzipped(labels) },
  ]);
  expect(problem?.sentence).toMatch(/^“train-images-idx3-ubyte.gz” is/);
  expect(set?.count).toBeGreaterThan(100);
  expect(set?.pixels.subarray(0, 784 * 100)).toEqual(images.subarray(16, 16 + 784 * 100));
});

test('images whose pixels would fill the memory are decoded one after the other', async () => {
  // 36 megapixels each, in a few kilobytes.
  const bytes = await file(solid(6000, 6000).png({ compressionLevel: 9 }));
  expect(bytes.length).toBeLessThan(200_000);
  const files = Array.from({ length: 12 }, (_, at) => ({ name: `${at % 2}/${at}.png`, bytes }));
  let [now, most] = [0, 0];
  const counting: DecodeImage = async (...image) => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, 2));
    now -= 1;
    return dot(...image);
  };
  const { set } = await readWith(chosen(files), counting);
  expect(set?.count).toBe(12);
  expect(most).toBe(1);
  // Small ones still come several at a time.
  most = 0;
  await readWith(chosen(folders), counting);
  expect(most).toBeGreaterThan(4);
});

test('a file is what its bytes are, whatever its name says', async () => {
  const webp = await file(solid(8, 8).webp({ lossless: true }));
  const gif = await file(solid(8, 8).gif());
  const set = await wholeSet([
    { name: 'cat/a.png', bytes: webp },
    { name: 'cat/b.webp', bytes: gif },
    { name: 'dog/c.gif', bytes: await file(solid(8, 8).png()) },
    { name: 'dog/d', bytes: await file(solid(8, 8).png()) },
  ]);
  expect(set).toMatchObject({ count: 4, notes: [] });
  expect([...set.pixels.subarray(0, 3)]).toEqual([0x33, 0x66, 0x99]);
  expect((await wholeSet([{ name: 'set.png', bytes: asZip(folders) }])).count).toBe(12);
  // An image that is called an archive is no archive.
  expect(await refusal([{ name: 'set.zip', bytes: webp }])).toMatch(/^There is no image among these files/);
});

test('an image in a format that browsers don’t decode is not called no image', async () => {
  const refusing: DecodeImage = async (bytes, header) => {
    if (!header) throw new DOMException('The source image could not be decoded.', 'InvalidStateError');
    return dot(bytes, header);
  };
  const files = [
    ...folders,
    { name: 'cat/print.tif', bytes: await file(solid(8, 8).toColourspace('cmyk').tiff()) },
    { name: 'cat/deep.tiff', bytes: await file(solid(8, 8).toColourspace('rgb16').tiff()) },
    { name: 'dog/text.tif', bytes: new TextEncoder().encode('a text') },
  ];
  const { set } = await readWith(chosen(files), refusing);
  expect(set?.count).toBe(12);
  expect([...(set ? allNotes(set) : [])].sort()).toEqual([
    '2 images are passed over because this browser can’t read their format: “cat/deep.tiff”, “cat/print.tif”.',
    'One file is passed over because it is no image, whatever its name says: “dog/text.tif”.',
  ]);
});

test('animations, 16 bits and CMYK in other formats are read and named', async () => {
  const frames = Buffer.alloc(8 * 24 * 3, 40).fill(200, 8 * 8 * 3);
  const moving = sharp(frames, { raw: { width: 8, height: 24, channels: 3, pageHeight: 8 } });
  const { set } = await readWith(
    chosen([
      {
        name: 'a/moves.webp',
        bytes: await file(moving.webp({ lossless: true, loop: 0, delay: [90, 90, 90] })),
      },
      { name: 'a/grey.png', bytes: await file(solid(8, 8).toColourspace('grey16').png()) },
      {
        name: 'b/print.jpg',
        bytes: await file(solid(8, 8).toColourspace('cmyk').jpeg({ progressive: true })),
      },
    ]),
    dot,
  );
  expect([...(set ? allNotes(set) : [])].sort()).toEqual(
    [
      'One image has 16 bits a channel, reduced to 8: “a/grey.png”.',
      'One image is in colours for print (CMYK), converted by the browser: “b/print.jpg”.',
      'Of one animation the first frame is used: “a/moves.webp”.',
    ].sort(),
  );
});

test('NumPy’s arrays that promise more than the file can hold are refused before anything is read', async () => {
  const npz = (count: number) =>
    asZip(
      [
        { name: 'x_train.npy', bytes: npy('|u1', [count, 28, 28], [noise(784, 1)]) },
        { name: 'y_train.npy', bytes: npy('|u1', [count], [[0]]) },
      ],
      6,
    );
  expect(await refusal([{ name: 'a.npz', bytes: npz(2_000_000_000) }])).toMatch(/^“y_train.npy” is damaged/);
});

test('an archive, or the only file, that may not be read says so', async () => {
  const refuse = () => Promise.reject(new DOMException('not allowed', 'NotReadableError'));
  const locked = (bytes: Uint8Array<ArrayBuffer>): Blob =>
    Object.assign(new Blob([bytes]), { arrayBuffer: refuse, slice: () => locked(bytes) });
  for (const name of ['a.zip', 'a.tar.gz', 'mnist.npz', 'train-images-idx3-ubyte']) {
    const found = await recogniseSet([{ name, file: locked(asZip(folders)) }]);
    expect(found.ok ? '' : found.problem.sentence).toBe(`“${name}” is damaged, or could not be read.`);
  }
});

test('a class of only unreadable images is left out, and named', async () => {
  const files: NamedBytes[] = [...folders, { name: 'frog/0.png', bytes: noise(90, 3) }];
  const set = await wholeSet(files);
  expect(set.classes).toEqual(['cat', 'dog']);
  expect([...allNotes(set)].sort()).toEqual([
    'One class has no images: “frog”.',
    'One file is passed over because it is no image, whatever its name says: “frog/0.png”.',
  ]);
});
