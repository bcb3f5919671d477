/** The data sets that `npm run check:data` reads, each with what has to come out. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { CIFAR_10, CIFAR_100 } from '@/lib/data/sets/cifar/classes';
import { fitImage } from '@/lib/data/sets/fit-image';
import type { KnownSet } from '@/lib/data/sets/known/published';
import { type SetChoice, SPLITS, type Split } from '@/lib/data/sets/labelled-set';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
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
} from '@/tests/unit/data/sets/support/forms';
import { readCifar10 } from '../../data/cifar10';
import { decodeSharp } from '../../data/decode-sharp';
import { DATA_FOLDER } from '../../data/folder';
import { readMnist } from '../../data/mnist';

export interface Expected {
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
  /** A place in SPLITS for each image. */
  readonly splits: Uint8Array;
  readonly classes: readonly string[];
  /** The well-known set that it is to be recognised as. */
  readonly known?: KnownSet;
}

export interface DataCase {
  readonly name: string;
  readonly files: readonly NamedBytes[];
  readonly choice?: SetChoice;
  expected(): Promise<Expected>;
  /** How far a byte may be off: colours of other spaces are converted by each program in its own way. */
  readonly tolerance?: number;
  /** The most milliseconds. */
  readonly longest?: number;
  /** A few images in the same form, where what the browser takes once for reading any is more than a tenth of the set. */
  readonly few?: readonly NamedBytes[];
}

const shared = (path: string): NamedBytes => ({
  name: path.slice(path.indexOf('/') + 1),
  bytes: new Uint8Array(readFileSync(join(DATA_FOLDER, path))),
});

/** CIFAR-10 and MNIST, where they are there. */
export async function realCases(): Promise<readonly DataCase[]> {
  const { classes } = PHOTOGRAPHS.dataSet;
  const zip = (part: 'train' | 'test', more: Partial<DataCase>): DataCase => ({
    name: `CIFAR-10, ${part}.zip`,
    files: [shared(`cifar10/${part}.zip`)],
    // Nothing in the archive says what its images are for.
    expected: async () => ({
      ...withSplit(await readCifar10(part, classes), 'training'),
      classes,
      known: 'cifar10',
    }),
    ...more,
  });
  const idx = (['train', 't10k'] as const).flatMap((part) => [
    shared(`mnist/${part}-images-idx3-ubyte.gz`),
    shared(`mnist/${part}-labels-idx1-ubyte.gz`),
  ]);
  const mnist = async (): Promise<Expected> => ({
    ...joined([withSplit(readMnist('train'), 'training'), withSplit(readMnist('test'), 'test')]),
    classes: numbers(10),
    known: 'mnist',
  });
  return [
    zip('train', { longest: 40_000 }),
    zip('test', { few: await fewPhotographs(classes) }),
    { name: 'MNIST, IDX gzipped', files: idx, expected: mnist, few: fewDigits() },
  ];
}

/** A few images, which have less than a megabyte: as much may be free when they are let go of, and isn't counted once more. */
const FEW = { photographs: 50, digits: 1000 } as const;

/** As CIFAR-10. */
async function fewPhotographs(classes: readonly string[]): Promise<readonly NamedBytes[]> {
  const files = Array.from({ length: FEW.photographs }, async (_, at) => ({
    name: `${classes[at % classes.length]}/${at}.jpg`,
    bytes: new Uint8Array(await softened(32, 32).jpeg().toBuffer()),
  }));
  return [{ name: 'few.zip', bytes: asZip(await Promise.all(files)) }];
}

/** As MNIST. */
function fewDigits(): readonly NamedBytes[] {
  const { images, labels } = asIdx(smallSet(FEW.digits, [28, 28, 1], numbers(10)));
  return [
    { name: 'train-images-idx3-ubyte.gz', bytes: gzipped(images) },
    { name: 'train-labels-idx1-ubyte.gz', bytes: gzipped(labels) },
  ];
}

export const isThere = (): boolean =>
  ['cifar10/train.zip', 'mnist/train-images-idx3-ubyte.gz'].every((path) =>
    existsSync(join(DATA_FOLDER, path)),
  );

const concat = (parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
type Parts = Omit<Expected, 'classes' | 'known'>;
const joined = (sets: readonly Parts[]): Parts => ({
  pixels: concat(sets.map(({ pixels }) => pixels)),
  labels: concat(sets.map(({ labels }) => labels)),
  splits: concat(sets.map(({ splits }) => splits)),
});
const withSplit = ({ pixels, labels }: Pick<Parts, 'pixels' | 'labels'>, split: Split): Parts => ({
  pixels,
  labels,
  splits: new Uint8Array(labels.length).fill(SPLITS.indexOf(split)),
});

/** Sets one after the other, each for the split that it is named for; all to train on where none is. */
const inOrder =
  (classes: readonly string[], ...sets: readonly (readonly [SmallSet, Split])[]) =>
  async (): Promise<Expected> => ({
    ...joined(
      sets.map(([{ images, labels }, split]) =>
        withSplit({ pixels: concat(images), labels: Uint8Array.from(labels) }, split),
      ),
    ),
    classes,
  });
/** As paths are sorted: by class. */
const byClass = (set: SmallSet): SmallSet => {
  const places = set.images.map((_, at) => at).sort((a, b) => set.labels[a] - set.labels[b] || a - b);
  return {
    ...set,
    images: places.map((at) => set.images[at]),
    labels: places.map((at) => set.labels[at]),
  };
};

const numbers = (count: number) => Array.from({ length: count }, (_, at) => String(at));

/** Generated sets, in every form. */
export async function formCases(): Promise<readonly DataCase[]> {
  const colour = smallSet(3000, [24, 20, 3], ['cat', 'dog', 'frog']);
  const photos = smallSet(500, [32, 32, 3], numbers(10));
  const grey = smallSet(500, [28, 28, 1], numbers(10));
  const folders = await asFolders({ ...colour, images: colour.images.slice(0, 999) });
  const some = { ...colour, images: colour.images.slice(0, 999), labels: colour.labels.slice(0, 999) };
  const idx = asIdx(grey);
  const sorted = inOrder(colour.classes, [byClass(some), 'training']);
  const batch = { name: 'data_batch_1.bin', bytes: asCifar(photos) };
  const of = (
    name: string,
    file: string,
    bytes: Uint8Array<ArrayBuffer>,
    expected: DataCase['expected'],
  ) => ({
    name,
    files: [{ name: file, bytes }],
    expected,
  });
  return [
    { name: 'loose files in folders', files: folders, expected: sorted },
    of('zip, stored', 'a.zip', asZip(folders), sorted),
    of('zip, deflated', 'a.zip', asZip(folders, 6), sorted),
    of('tar', 'a.tar', asTar(folders), sorted),
    of('tar, gzipped', 'a.tar.gz', gzipped(asTar(folders)), sorted),
    ...(await dividedCases(some)),
    { name: 'CIFAR-10, binary', files: [batch], expected: inOrder(CIFAR_10, [photos, 'training']) },
    {
      name: 'CIFAR-10, both splits',
      files: [{ name: 'test_batch.bin', bytes: asCifar(photos) }, batch],
      expected: inOrder(CIFAR_10, [photos, 'training'], [photos, 'test']),
    },
    of(
      'CIFAR-10, tar gzipped',
      'cifar-10-binary.tar.gz',
      gzipped(asTar([batch])),
      inOrder(CIFAR_10, [photos, 'training']),
    ),
    of('CIFAR-100, binary', 'train.bin', asCifar(photos, true), inOrder(CIFAR_100, [photos, 'training'])),
    {
      name: 'IDX, plain',
      files: [
        { name: 'train-images-idx3-ubyte', bytes: idx.images },
        { name: 'train-labels-idx1-ubyte', bytes: idx.labels },
      ],
      expected: inOrder(grey.classes, [grey, 'training']),
    },
    of(
      'NumPy, stored',
      'a.npz',
      asNpz(photos, photos),
      inOrder(photos.classes, [photos, 'training'], [photos, 'test']),
    ),
    of(
      'NumPy, compressed',
      'a.npz',
      asNpz(grey, grey, 6),
      inOrder(grey.classes, [grey, 'training'], [grey, 'test']),
    ),
  ];
}

/** The same images, divided by folders above the classes, and by a table. */
async function dividedCases(set: SmallSet): Promise<readonly DataCase[]> {
  const third = Math.floor(set.images.length / 3);
  const part = (nth: number): SmallSet => ({
    ...set,
    images: set.images.slice(nth * third, (nth + 1) * third),
    labels: set.labels.slice(nth * third, (nth + 1) * third),
  });
  const parts: readonly (readonly [folder: string, Split])[] = [
    ['test', 'test'],
    ['train', 'training'],
    ['val', 'validation'],
  ];
  const below = await Promise.all(
    parts.map(async ([folder], nth) =>
      (await asFolders(part(nth))).map(({ name, bytes }) => ({ name: `${folder}/${name}`, bytes })),
    ),
  );
  const flat = (await asFolders(set)).map(({ name, bytes }, at) => ({
    name: `images/${String(at).padStart(4, '0')}.png`,
    bytes,
    row: `${String(at).padStart(4, '0')}.png,${name.split('/')[0]},${at % 2 ? 'val' : 'train'}`,
  }));
  const table = ['file,label,split', ...flat.map(({ row }) => row)].join('\n');
  const written = flat.map(({ name, bytes }) => ({ name, bytes }));
  return [
    {
      name: 'train, val and test',
      files: below.flat(),
      expected: inOrder(set.classes, ...parts.map(([, split], nth) => [byClass(part(nth)), split] as const)),
    },
    {
      name: 'CSV of files and labels',
      files: [...written, { name: 'labels.csv', bytes: new Uint8Array(Buffer.from(table)) }],
      expected: async () => ({
        pixels: concat(set.images),
        labels: Uint8Array.from(set.labels),
        splits: Uint8Array.from(set.images, (_, at) => SPLITS.indexOf(at % 2 ? 'validation' : 'training')),
        classes: set.classes,
      }),
    },
  ];
}

/** Photographs of soft shapes, as JPEG is made for. */
const softened = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#468',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  }).blur(1.5);

/** Image files of every kind, each in a set of sizes; what has to come out is what sharp decodes, fitted in the same way. */
export async function imageCases(): Promise<readonly DataCase[]> {
  const kinds: readonly (readonly [string, string, (drawn: Sharp) => Sharp, number?])[] = [
    ['JPEG 4:2:0', 'jpg', (drawn) => drawn.jpeg({ quality: 80 })],
    ['JPEG 4:4:4', 'jpg', (drawn) => drawn.jpeg({ chromaSubsampling: '4:4:4' })],
    ['JPEG, progressive', 'jpg', (drawn) => drawn.jpeg({ progressive: true })],
    ['JPEG, grey', 'jpg', (drawn) => drawn.greyscale().jpeg()],
    ['JPEG, CMYK', 'jpg', (drawn) => drawn.toColourspace('cmyk').jpeg(), Number.POSITIVE_INFINITY],
    ...numbers(8).map(
      (turn) =>
        [
          `JPEG, orientation ${Number(turn) + 1}`,
          'jpg',
          (drawn: Sharp) => drawn.jpeg().withMetadata({ orientation: Number(turn) + 1 }),
        ] as const,
    ),
    ['PNG, 16 bits', 'png', (drawn) => drawn.toColourspace('rgb16').png(), 1],
    ['PNG, palette', 'png', (drawn) => drawn.png({ palette: true })],
    ['WebP', 'webp', (drawn) => drawn.webp({ lossless: true })],
    ['GIF', 'gif', (drawn) => drawn.gif()],
  ];
  const sizes = [17, 32, 33, 64, 250].map((width) => [width, Math.round(width * 0.8)] as const);
  return Promise.all(
    kinds.map(async ([name, ending, form, tolerance = 0]): Promise<DataCase> => {
      const files = await Promise.all(
        sizes.map(async ([width, height], at) => ({
          name: `${at % 2}/${at}.${ending}`,
          bytes: new Uint8Array(await form(softened(width, height)).toBuffer()),
        })),
      );
      const choice: SetChoice = { shape: [32, 32, 3], fit: 'crop' };
      const expected = async (): Promise<Expected> => {
        const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
        const images = await Promise.all(sorted.map(({ bytes }) => decodeSharp(bytes, null)));
        return {
          pixels: concat(images.map((image) => fitImage(image, choice))),
          labels: Uint8Array.from(sorted, (file) => Number(file.name[0])),
          splits: new Uint8Array(sorted.length),
          classes: ['0', '1'],
        };
      };
      return { name, files, choice, expected, tolerance };
    }),
  );
}
