/** Data sets of IDX files, as MNIST and its kin are published: a file of images and one of labels for each split. */
import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { sum } from 'd3-array';
import words from '@/words/data-sets';
import { type Container, Refusal } from '../archives/container';
import { baseName, isHidden } from '../archives/paths';
import {
  type ImageArray,
  inOrder,
  layoutOf,
  numberingOf,
  oneShape,
  readNumbered,
  splitOfName,
} from './arrays';
import { LONGEST_HEAD, readIdxHead } from './idx';
import { type KnownSet, setOfSum } from './known/published';
import type { SetPlan } from './plan';
import { atEnd, believe, readEach, readFirst } from './read-files';

const NAMED = /ubyte|idx\d/i;
/** Files of other names are looked into where there are no more than these. */
const FEW = 8;
/** The labels of MNIST and its kin are at most 60 kB; of larger files no sum is computed. */
const LARGEST_LABELS = 100_000;

/** An array of a file, before its values are read. */
interface Head {
  readonly at: number;
  readonly path: string;
  readonly shape: readonly number[];
}

/** What the names of images and labels that belong together have in common. */
const keyOf = (path: string): string =>
  path
    .toLowerCase()
    .replace(/images?|labels?/, '')
    .replace(/idx\d/, '')
    .replace(/\.gz$/, '');

async function headsOf(container: Container): Promise<readonly Head[]> {
  const { files } = container;
  const named = files.where((path) => NAMED.test(baseName(path)) && !isHidden(path));
  const shown = named.length > 0 ? named : files.where((path) => !isHidden(path));
  const candidates = named.length > 0 || shown.length <= FEW ? shown : [];
  const heads: Head[] = [];
  const first = (places: readonly number[]) => readFirst(container, places, LONGEST_HEAD);
  for (const [at, bytes] of named.length > 0
    ? await first(candidates)
    : await firstOfEach(candidates, first)) {
    const path = files.path(at);
    try {
      heads.push({ at, path, shape: readIdxHead(bytes).shape });
    } catch (error) {
      if (named.length > 0) throw new Refusal(words.idxMagic({ file: baseName(path) }), String(error));
    }
  }
  return heads;
}

/** Files that may be anything: those that can't be read are left out. */
async function firstOfEach(
  places: readonly number[],
  first: (places: readonly number[]) => Promise<ReadonlyMap<number, Uint8Array>>,
): Promise<readonly (readonly [number, Uint8Array])[]> {
  const found: (readonly [number, Uint8Array])[] = [];
  for (const at of places) {
    try {
      found.push(...(await first([at])));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return found;
}

/** @throws Refusal where the images of a file have no labels, or another number of them. */
function labelsFor(images: Head, heads: readonly Head[]): Head {
  const all = heads.filter(({ shape }) => shape.length === 1);
  const own = all.find(({ path }) => keyOf(path) === keyOf(images.path));
  const onlyOne = all.length === 1 && heads.length === 2;
  const labels = own ?? (onlyOne ? all[0] : undefined);
  const file = baseName(images.path);
  if (!labels) throw new Refusal(words.idxNoLabels({ file }));
  if (labels.shape[0] !== images.shape[0])
    throw new Refusal(words.counts({ images: images.shape[0], file, labels: labels.shape[0] }));
  return labels;
}

/** The plan of a set of IDX files; null where there are none. @throws Refusal where they can't be read. */
export async function idxSet(container: Container, name: string): Promise<SetPlan | null> {
  const heads = await headsOf(container);
  if (heads.length === 0) return null;
  const imageArrays = heads.filter(({ shape }) => shape.length > 1);
  if (imageArrays.length === 0) throw new Refusal(words.idxNoImages({ file: baseName(heads[0].path) }));
  const pairs = inOrder(imageArrays).map((images) => ({ images, labels: labelsFor(images, heads) }));
  /** Of the labels unpacked: who packs them anew gets another file with the same content. */
  const sums: string[] = [];
  const values = await readEach(
    container,
    pairs.map(({ labels }) => labels.at),
    async (reader, at) => {
      const { shape } = heads.find((head) => head.at === at) ?? { shape: [0] };
      believe(shape[0], container.files.path(at), container.files.size(at));
      const head = (await reader.take(headOf(shape))).slice();
      const labels = (await reader.take(shape[0])).slice();
      await atEnd(reader, 'label');
      if (labels.length <= LARGEST_LABELS) sums.push(await sumOf([head, labels]));
      return labels;
    },
  );
  const numbering = numberingOf(values.values());
  const arrays = pairs.map(({ images, labels }) =>
    arrayOf(images, values.get(labels.at), numbering.first, container),
  );
  const small = pairs
    .map(({ labels }) => labels.at)
    .filter((at) => container.files.size(at) <= LARGEST_LABELS);
  const known = setOfSums(sums) ?? setOfSums(await sumsAsStored(container, small));
  return {
    ...(known && { known }),
    name,
    form: 'idx',
    container: container.kind,
    count: sum(arrays, ({ count }) => count),
    natural: oneShape(arrays),
    classes: numbering.classes,
    onlyUsed: false,
    read: readNumbered(container, arrays, numbering),
  };
}

async function sumOf(parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<string> {
  const sum = md5.create();
  for await (const part of parts) sum.update(part);
  return bytesToHex(sum.digest());
}

/** The sums of small files as they lie there: of some sets only those of the packed files are known. */
async function sumsAsStored(container: Container, places: readonly number[]): Promise<readonly string[]> {
  const sums: string[] = [];
  for await (const { parts } of container.visit(places)) sums.push(await sumOf(parts));
  return sums;
}

/** The well-known set of which one of these sums is; null where none is. */
function setOfSums(sums: readonly string[]): KnownSet | null {
  for (const sum of sums) {
    const known = setOfSum(sum);
    if (known) return known;
  }
  return null;
}

/** So many bytes are before the values. */
const headOf = (shape: readonly number[]): number => 4 * (1 + shape.length);

function arrayOf(
  { at, path, shape }: Head,
  labels: Uint8Array | undefined,
  first: number,
  { files }: Container,
): ImageArray {
  const layout = layoutOf(shape);
  if (!layout) throw new Refusal(words.axes({ file: baseName(path), axes: shape.join(' × ') }));
  believe(
    shape.reduce((all, length) => all * length, 1),
    path,
    files.size(at),
  );
  const split = splitOfName(baseName(path));
  const labelOf = (image: number) => (labels?.[image] ?? first) - first;
  return { at, path, head: headOf(shape), before: 0, count: shape[0], layout, split, labelOf };
}
