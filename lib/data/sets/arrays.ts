/** What the forms have in common that hold images as arrays of bytes, one after the other. */
import { type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/data-sets';
import { type ByteReader, EndedError } from '../archives/byte-reader';
import { type Container, Refusal } from '../archives/container';
import { baseName } from '../archives/paths';
import type { Draft } from './draft';
import { fitBytes, isSame } from './fit-image';
import { type SetChoice, SPLITS, type Split } from './labelled-set';
import type { SetPlan } from './plan';
import { atEnd, readerOf, refusalOf } from './read-files';

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
const NONE = new Uint8Array(0);

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
    try {
      const reader = await readerOf(parts);
      await reader.take(array.head);
      yield* readImages(reader, array, firsts.get(at) ?? 0, draft, choice);
      await atEnd(reader, 'image');
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
  const last = first + count;
  if (before === 0 && !planar && isSame(shape, choice.shape)) {
    yield* copyImages();
    return;
  }
  for (let image = first, paused = first; image < last; ) {
    // All that have come are taken at once: to wait for each image would leave more garbage behind than it has bytes.
    const ready = Math.min(Math.floor(reader.ready / bytes), last - image, BETWEEN);
    const records = ready > 0 ? reader.takeReady(ready * bytes) : await reader.take(bytes);
    for (let from = 0; from < records.length; from += bytes, image++) {
      const record = records.subarray(from, from + bytes);
      const label = labelOf(image - first, record);
      fitBytes(record.subarray(before), { shape, planar }, choice, draft.at(image));
      draft.put(image, label, split);
    }
    if (image - paused < BETWEEN) continue;
    paused = image;
    yield;
  }

  /** Images that are stored as they are wanted are copied as the bytes come, wherever an image ends. */
  async function* copyImages(): AsyncGenerator<void, void> {
    const into = draft.at(first, count);
    let [at, image, paused] = [0, first, first];
    for await (const piece of reader.pieces(into.length)) {
      into.set(piece, at);
      at += piece.length;
      for (; (image + 1 - first) * bytes <= at; image++)
        draft.put(image, labelOf(image - first, NONE), split);
      if (image - paused < BETWEEN) continue;
      paused = image;
      yield;
    }
    if (at < into.length) throw new EndedError(`${at} bytes instead of ${into.length}`);
  }
}

/** Classes that are numbers: "0" to the largest label, or "1" to it where no image has the label 0. */
export interface Numbering {
  readonly classes: readonly string[];
  /** The label of the first class. */
  readonly first: 0 | 1;
}

/** The classes of some arrays of labels. Some sets begin at 1, as EMNIST's letters do: a class "0" could never be trained. */
export function numberingOf(all: Iterable<ArrayLike<number>>): Numbering {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  // A walk through the values themselves would make an object of each.
  for (const labels of all)
    for (let at = 0; at < labels.length; at++) {
      least = Math.min(least, labels[at]);
      most = Math.max(most, labels[at]);
    }
  const first = least === 1 ? 1 : 0;
  return { classes: Array.from({ length: most + 1 - first }, (_, label) => String(label + first)), first };
}

/** How such arrays are read: where labels begin at 1, it is said. */
export const readNumbered = (
  container: Container,
  arrays: readonly ImageArray[],
  { classes, first }: Numbering,
): SetPlan['read'] =>
  async function* (draft, choice) {
    if (first === 1) draft.note(words.fromOne({ most: classes.length }));
    yield* readArrays(container, arrays, draft, choice);
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
