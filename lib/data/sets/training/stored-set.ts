/* A stored data set, as its pages and the engine's worker read it. Stored, renamed and deleted in lib/store/subject. */

import { createStore, getMany } from 'idb-keyval';
import * as v from 'valibot';
import { crc32 } from '@/lib/data/crc32';
import { answered, attempt } from '@/lib/data/database';
import { nextTask } from '@/lib/data/next-task';
import { once } from '@/lib/once';
import { fail, ok, type Result } from '@/lib/result';
import { size } from '@/lib/tensor/tensor';
import words from '@/words/own-set';
import { FITS } from '../labelled-set';
import { type Division, dividing } from './divide';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const side = v.pipe(v.number(), v.integer(), v.minValue(1));
/** What reading the images needs to know. */
const headSchema = v.object({
  name: v.string(),
  classes: v.array(v.string()),
  shape: v.tuple([side, side, v.picklist([1, 3])]),
  count,
  keptAt: v.number(),
  fit: v.exactOptional(v.picklist(FITS)),
});
/** A blob lies on the disk until it is read, so that a list needs none of it. */
export const dataSchema = v.object({
  pixels: v.instance(Blob),
  labels: v.instance(Uint16Array<ArrayBuffer>),
  splits: v.instance(Uint8Array<ArrayBuffer>),
});

/** Opened at the first use: without IndexedDB only storing fails. */
export const setStore = once(() => createStore('pipeline-tracer-sets', 'sets'));
export const dataKey = (id: string): string => `${id}/data`;

/** A stored set whose images are still on the disk. */
export interface StoredSet {
  readonly head: v.InferOutput<typeof headSchema>;
  readonly labels: Uint16Array<ArrayBuffer>;
  readonly splits: Uint8Array<ArrayBuffer>;
  /** The bytes of images from one place up to another. */
  pixels(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Finds a stored set. Fails where there is none with that id, or where it can't be read. */
export async function openStored(id: string): Promise<Result<StoredSet>> {
  const stored = await answered(
    words.noAnswer(),
    attempt({ failed: words.gone(), full: words.gone() }, () => getMany([id, dataKey(id)], setStore())),
  );
  if (!stored.ok) return stored;
  const about = v.safeParse(headSchema, stored.value[0]);
  const data = v.safeParse(dataSchema, stored.value[1]);
  if (!about.success || !data.success) return fail(words.gone(), id);
  const head = about.output;
  const { pixels, labels, splits } = data.output;
  const bytes = size(head.shape);
  const whole =
    pixels.size === head.count * bytes && labels.length === head.count && splits.length === head.count;
  if (!whole) return fail(words.gone(), `${pixels.size} bytes of ${head.count} images`);
  return ok({
    head,
    labels,
    splits,
    pixels: async (from, to) => new Uint8Array(await pixels.slice(from * bytes, to * bytes).arrayBuffer()),
  });
}

/** Bytes that are read at a time. */
const PIECE = 2e6;
/** After so long other work gets its turn: scaling the images of a piece may take many times as long as reading it. */
const TURN_MS = 12;

/** Calls back with each image's bytes in turn; now and then other work gets its turn. */
export async function eachImage(
  set: StoredSet,
  visit: (image: Uint8Array, place: number) => void,
): Promise<void> {
  const bytes = size(set.head.shape);
  const piece = Math.max(1, Math.floor(PIECE / bytes));
  for (let from = 0; from < set.head.count; from += piece) {
    const to = Math.min(from + piece, set.head.count);
    const pixels = await set.pixels(from, to);
    let since = performance.now();
    for (let place = from; place < to; place++) {
      visit(pixels.subarray((place - from) * bytes, (place - from + 1) * bytes), place);
      if (performance.now() - since < TURN_MS) continue;
      await nextTask();
      since = performance.now();
    }
  }
}

/** The division of a stored set by a seed. Its images are read piece by piece, and no step keeps a page from responding. */
export async function divisionOf(set: StoredSet, seed: number): Promise<Division> {
  const sums = new Uint32Array(set.head.count);
  await eachImage(set, (image, place) => {
    sums[place] = crc32(image);
  });
  const passes = dividing({ labels: set.labels, splits: set.splits, sums }, seed);
  for (;;) {
    await nextTask();
    const pass = passes.next();
    if (pass.done) return pass.value;
  }
}
