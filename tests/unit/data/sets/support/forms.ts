/** A small set of random images, and the files of every form that it can be read from. */
import { gzipSync, strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { tarOf } from './tar';

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface SmallSet {
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
  readonly classes: readonly string[];
  /** height x width x channels bytes each. */
  readonly images: readonly Uint8Array<ArrayBuffer>[];
  readonly labels: readonly number[];
}

/** Random bytes, the same each time. */
export function noise(length: number, seed: number): Uint8Array<ArrayBuffer> {
  let state = seed * 2654435761 + 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

export function smallSet(
  count: number,
  [height, width, channels]: readonly [number, number, 1 | 3],
  classes: readonly string[],
): SmallSet {
  const images = Array.from({ length: count }, (_, at) => noise(height * width * channels, at + 1));
  return { height, width, channels, classes, images, labels: images.map((_, at) => at % classes.length) };
}

export const png = async (bytes: Uint8Array, { width, height, channels }: SmallSet) =>
  new Uint8Array(await sharp(bytes, { raw: { width, height, channels } }).png().toBuffer());

/** One PNG each, in the folder of its class: "cat/003.png". */
export const asFolders = (set: SmallSet): Promise<readonly NamedBytes[]> =>
  Promise.all(
    set.images.map(async (image, at) => ({
      name: `${set.classes[set.labels[at]]}/${String(at).padStart(3, '0')}.png`,
      bytes: await png(image, set),
    })),
  );

export const asZip = (files: readonly NamedBytes[], level: 0 | 6 = 0): Uint8Array<ArrayBuffer> =>
  new Uint8Array(zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level }));

export const asTar = (files: readonly NamedBytes[]): Uint8Array<ArrayBuffer> =>
  tarOf(files.map(({ name, bytes }) => ({ path: name, bytes })));

export const gzipped = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(bytes));

const joined = (parts: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/** Channel by channel. */
const planes = (bytes: Uint8Array): number[] =>
  [0, 1, 2].flatMap((channel) => [...bytes.filter((_, at) => at % 3 === channel)]);

/** Records of CIFAR; of CIFAR-100 with a coarse label before. */
export const asCifar = ({ images, labels }: SmallSet, coarse = false): Uint8Array<ArrayBuffer> =>
  joined(images.flatMap((image, at) => [coarse ? [7, labels[at]] : [labels[at]], planes(image)]));

const idx = (shape: readonly number[], values: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> =>
  joined([
    [0, 0, 8, shape.length],
    ...shape.map((length) => [length >>> 24, (length >> 16) & 255, (length >> 8) & 255, length & 255]),
    ...values,
  ]);

export const asIdx = ({ images, labels, height, width }: SmallSet) => ({
  images: idx([images.length, height, width], images),
  labels: idx([labels.length], [labels]),
});

export function npy(type: string, shape: readonly number[], values: readonly ArrayLike<number>[]) {
  const axes = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const text = `{'descr': '${type}', 'fortran_order': False, 'shape': (${axes}), }`;
  const padded = `${text.padEnd(Math.ceil((text.length + 11) / 64) * 64 - 11)}\n`;
  const head = [0x93, ...strToU8('NUMPY'), 1, 0, padded.length & 255, padded.length >> 8];
  return joined([head, strToU8(padded), ...values]);
}

/** As Keras's own: bytes, and labels in eight bytes each. */
export function asNpz(set: SmallSet, test: SmallSet, level: 0 | 6 = 0): Uint8Array<ArrayBuffer> {
  const x = ({ images, height, width, channels }: SmallSet) =>
    npy('|u1', [images.length, height, width, ...(channels === 1 ? [] : [channels])], images);
  const y = ({ labels }: SmallSet) =>
    npy(
      '<i8',
      [labels.length, 1],
      labels.map((label) => [label, 0, 0, 0, 0, 0, 0, 0]),
    );
  return asZip(
    [
      { name: 'x_test.npy', bytes: x(test) },
      { name: 'x_train.npy', bytes: x(set) },
      { name: 'y_train.npy', bytes: y(set) },
      { name: 'y_test.npy', bytes: y(test) },
    ],
    level,
  );
}

/** A small set in memory, as a reader would have read it. */
export const labelled = (set: SmallSet, splits: readonly number[] = []): LabelledSet => ({
  name: 'small',
  form: 'images',
  classes: set.classes,
  shape: [set.height, set.width, set.channels],
  count: set.images.length,
  pixels: joined(set.images),
  labels: Uint16Array.from(set.labels),
  splits: Uint8Array.from(set.images, (_, at) => splits[at] ?? 0),
  notes: [],
});
