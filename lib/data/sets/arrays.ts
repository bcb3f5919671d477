/** What the forms have in common that hold images as arrays of bytes, one after the other. */
import { type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/data-sets';
import { ByteReader, EndedError, gathered } from '../archives/byte-reader';
import { type Container, type Parts, Refusal } from '../archives/container';
import { gunzipped, isGzip } from '../archives/gzip';
import { baseName } from '../archives/paths';
import { isBomb } from '../archives/zip-archive';
import type { Draft } from './draft';
import { fitBytes, interleaved } from './fit-image';
import { type SetChoice, SPLITS, type Split } from './labelled-set';

/** How the values of an image follow one another. */
export interface Layout {
  readonly shape: MapShape;
  /** Channel by channel, instead of channels last. */
  readonly planar: boolean;
}

/** The layout of images whose array has these axes: [images, height, width], or with 1 or 3 channels first or last. */
export function layoutOf([, ...axes]: readonly number[]): Layout | null {
  if (axes.some((length) => length < 1)) return null;
  const isCount = (channels: number) => channels === 1 || channels === 3;
  if (axes.length === 2) return { shape: [axes[0], axes[1], 1], planar: false };
  if (axes.length !== 3) return null;
  if (isCount(axes[2])) return { shape: [axes[0], axes[1], axes[2]], planar: false };
  return isCount(axes[0]) ? { shape: [axes[1], axes[2], axes[0]], planar: true } : null;
}

/** The parts of a file, unpacked where it is gzipped. */
async function* plainParts(parts: Parts): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = new ByteReader(parts);
  const first = (await reader.upTo(2)).slice();
  const rest = async function* () {
    yield first;
    yield* reader.pieces(Number.MAX_SAFE_INTEGER);
  };
  yield* isGzip(first) ? gunzipped(rest()) : rest();
}

/**
 * Reads something of each of some files, unpacked.
 * @throws Refusal where one is damaged, cut off, or can't be read.
 */
export async function readEach<T>(
  container: Container,
  places: readonly number[],
  read: (reader: ByteReader, at: number) => Promise<T>,
): Promise<ReadonlyMap<number, T>> {
  const found = new Map<number, T>();
  for await (const { at, parts } of container.visit(places)) {
    const reader = new ByteReader(plainParts(parts));
    try {
      found.set(at, await read(reader, at));
      await reader.end();
    } catch (error) {
      throw refusalOf(error, container.files.path(at));
    }
  }
  return found;
}

/** Why a file can't be read on. */
function refusalOf(error: unknown, path: string): Refusal {
  if (error instanceof Refusal) return error;
  const file = baseName(path);
  const isCut = error instanceof EndedError;
  return new Refusal(isCut ? words.fileCut({ file }) : words.fileDamaged({ file }), String(error));
}

/** All bytes of one file. @throws Refusal where it can't be read, or is longer than `most`. */
export async function readAll(
  container: Container,
  at: number,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const read = await readEach(container, [at], (reader) =>
    gathered(reader.pieces(Number.MAX_SAFE_INTEGER), most),
  );
  return read.get(at) ?? new Uint8Array(0);
}

/** @throws Refusal where a file promises many times more bytes than it can hold. */
export function believe(bytes: number, path: string, stored: number): void {
  if (!Number.isSafeInteger(bytes) || isBomb(bytes, stored))
    throw new Refusal(words.fileDamaged({ file: baseName(path) }), `${bytes} bytes in ${stored}`);
}

/** Images that follow one another in a file. */
export interface ImageArray {
  /** The file's place in its container. */
  readonly at: number;
  readonly path: string;
  /** So many bytes are before the first image. */
  readonly head: number;
  /** And this many before each. */
  readonly before: number;
  readonly count: number;
  readonly layout: Layout;
  readonly split: Split | null;
  /**
   * The class of an image; `before`: the bytes before it.
   * @throws Refusal where there is no such class.
   */
  labelOf(image: number, before: Uint8Array): number;
}

/** So many images are read between two pauses. */
const BETWEEN = 256;

/**
 * Reads the images of some files into a draft, one file's after the other's.
 * @throws Refusal where a file is cut off, damaged, or longer than its images.
 */
export async function* readArrays(
  container: Container,
  arrays: readonly ImageArray[],
  draft: Draft,
  choice: SetChoice,
): AsyncGenerator<void, void> {
  const firsts = new Map<number, number>();
  let count = 0;
  for (const array of arrays) {
    firsts.set(array.at, count);
    count += array.count;
  }
  for await (const { at, parts } of container.visit(arrays.map((array) => array.at))) {
    const array = arrays.find((one) => one.at === at);
    if (!array) continue;
    const reader = new ByteReader(plainParts(parts));
    try {
      await reader.take(array.head);
      yield* readImages(reader, array, firsts.get(at) ?? 0, draft, choice);
      if (await reader.more()) throw new Error('bytes after the last image');
    } catch (error) {
      throw refusalOf(error, array.path);
    }
  }
}

async function* readImages(
  reader: ByteReader,
  { before, count, layout: { shape, planar }, split, labelOf }: ImageArray,
  first: number,
  draft: Draft,
  choice: SetChoice,
): AsyncGenerator<void, void> {
  const bytes = before + size(shape);
  for (let image = 0; image < count; ) {
    // All that have come are taken at once: to wait for each image would leave more garbage behind than it has bytes.
    const some = Math.max(1, Math.min(Math.floor(reader.ready / bytes), count - image, BETWEEN));
    const records = await reader.take(some * bytes);
    for (let from = 0; from < records.length; from += bytes, image++) {
      const record = records.subarray(from, from + bytes);
      const values = record.subarray(before);
      const label = labelOf(image, record);
      fitBytes(planar ? interleaved(values, shape) : values, shape, choice, draft.at(first + image));
      draft.put(first + image, label, split);
    }
    yield;
  }
}

/** The names of classes that are numbers: "0" to one less than `count`. */
export const numbered = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, label) => String(label));

/** One more than the largest label, and no less than 1. */
export const classCountOf = (labels: Iterable<number>): number => {
  let most = 0;
  for (const label of labels) most = Math.max(most, label);
  return most + 1;
};

/** Whether the images of several files can be one set. @throws Refusal where their shapes differ. */
export function oneShape(arrays: readonly { readonly path: string; readonly layout: Layout }[]): MapShape {
  const [first, ...others] = arrays;
  const other = others.find(({ layout }) =>
    layout.shape.some((side, axis) => side !== first.layout.shape[axis]),
  );
  if (other) throw new Refusal(words.shapes({ one: baseName(first.path), other: baseName(other.path) }));
  return first.layout.shape;
}

/** The split that a file's name stands for: "t10k-images-idx3-ubyte", "x_train". */
export function splitOfName(name: string): Split | null {
  if (/train/i.test(name)) return 'training';
  if (/val/i.test(name)) return 'validation';
  return /test|t10k/i.test(name) ? 'test' : null;
}

/** Training before validation before test; otherwise by their paths. */
export const inOrder = <T extends { readonly path: string }>(files: readonly T[]): readonly T[] =>
  files.toSorted((a, b) => rankOf(a.path) - rankOf(b.path) || (a.path < b.path ? -1 : 1));

const rankOf = (path: string): number => SPLITS.indexOf(splitOfName(baseName(path)) ?? 'training');
