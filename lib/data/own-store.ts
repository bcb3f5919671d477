import { createStore, del, entries, get, promisifyRequest } from 'idb-keyval';
import * as v from 'valibot';
import { once } from '@/lib/once';
import { fail, ok, type Result } from '@/lib/result';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/own-image';
import { announceChange, answered, attempt as attemptOn } from './database';
import type { InputImage } from './input-image';
import { type OwnImage, seenAs } from './own-image';
import type { Rgba } from './resample';
import { decodePng, encodePng } from './rgba-png';

/** How many images are stored: a PNG of at most 1024 pixels a side takes up to 4 MB, a photo about 1.5 MB. */
export const MOST_KEPT = 60;

const head = {
  id: v.pipe(v.string(), v.regex(/^own-[0-9a-f]{8}$/)),
  name: v.string(),
  keptAt: v.number(),
};
const number = v.pipe(v.number(), v.finite());
/** The stored form of an own image: all of it, as PNG, and the selected square. */
const KeptSchema = v.object({
  ...head,
  png: v.instance(Uint8Array<ArrayBuffer>),
  square: v.object({ x: number, y: number, side: number }),
});
/** The form from the time of a single network: the 64 x 64 RGB pixels that it saw. */
const FIRST_SIDE = 64;
const FirstSchema = v.object({
  ...head,
  pixels: v.pipe(v.instance(Uint8Array), v.length(FIRST_SIDE * FIRST_SIDE * 3)),
});
const AnySchema = v.union([KeptSchema, FirstSchema]);
type Entry = v.InferOutput<typeof AnySchema>;

/**
 * Opened at the first use: without IndexedDB only storing fails. Named as in the first version, so that images kept by it
 * are still found.
 */
const store = once(() => createStore('pipeline-tracer-pictures', 'own'));

/** Failures carry this sentence. */
const attempt = <T>(failed: string, work: () => Promise<T>): Promise<Result<T>> =>
  attemptOn({ failed, full: words.full({ sentence: failed }) }, work);

/** Stores an image in this browser for the next visit. It can be used whether or not that succeeds. */
export async function keepOwnImage({ id, name, image, square }: OwnImage): Promise<Result<void>> {
  const kept = await attempt(words.notKept(), async () => {
    const png = await encodePng(image);
    return store()('readwrite', async (all) => {
      const others = await promisifyRequest(all.getAllKeys());
      if (!others.includes(id) && others.length >= MOST_KEPT) return false;
      all.put({ id, name, png, square, keptAt: Date.now() }, id);
      await promisifyRequest(all.transaction);
      return true;
    });
  });
  if (!kept.ok) return kept;
  if (!kept.value) return fail(words.tooMany({ most: MOST_KEPT }));
  announceChange('images');
  return ok(undefined);
}

/** Deletes a stored image. */
export const forgetOwnImage = (id: string): Promise<Result<void>> =>
  attempt(words.notRemoved(), async () => {
    await del(id, store());
    announceChange('images');
  });

/** The stored images as inputs of this shape, newest first. Unreadable ones are left out. */
export async function keptOwnImages(shape: MapShape): Promise<Result<readonly InputImage[]>> {
  const stored = await answered(
    words.noAnswer(),
    attempt(words.notReadable(), () => entries(store())),
  );
  if (!stored.ok) return stored;
  return attempt(words.notReadable(), async () => {
    const kept = stored.value.flatMap(([, value]) => {
      const read = v.safeParse(AnySchema, value);
      return read.success ? [read.output] : [];
    });
    const images: InputImage[] = [];
    // One at a time: each takes up to 4 MB while it is decoded.
    for (const entry of kept.sort((a, b) => b.keptAt - a.keptAt)) {
      const image = await seen(entry, shape);
      if (image) images.push(image);
    }
    return images;
  });
}

/** One stored image as an input of this shape; null when there is none with that id. */
export async function keptOwnImage(id: string, shape: MapShape): Promise<Result<InputImage | null>> {
  const kept = await answered(
    words.noAnswer(),
    attempt(words.notReadable(), () => get(id, store())),
  );
  if (!kept.ok) return kept;
  const read = v.safeParse(AnySchema, kept.value);
  return ok(read.success ? await seen(read.output, shape) : null);
}

/** Inputs computed since the page was opened. An image never changes under its id. */
const known = new Map<string, InputImage>();

async function seen(entry: Entry, shape: MapShape): Promise<InputImage | null> {
  const { id, name } = entry;
  const key = `${id} ${shape}`;
  const before = known.get(key);
  if (before) return before;
  try {
    const image = seenAs({ id, name, ...(await originalOf(entry)) }, shape);
    known.set(key, image);
    return image;
  } catch {
    return null;
  }
}

/** Of the form from the time of a single network only its input exists: an original of 64 x 64. */
async function originalOf(entry: Entry): Promise<Pick<OwnImage, 'image' | 'square'>> {
  if ('png' in entry) return { image: await decodePng(entry.png), square: entry.square };
  return { image: opaque(entry.pixels), square: { x: 0, y: 0, side: FIRST_SIDE } };
}

function opaque(pixels: Uint8Array): Rgba {
  const data = new Uint8ClampedArray(FIRST_SIDE * FIRST_SIDE * 4).fill(255);
  for (let at = 0; at < FIRST_SIDE * FIRST_SIDE; at++) data.set(pixels.subarray(at * 3, at * 3 + 3), at * 4);
  return { width: FIRST_SIDE, height: FIRST_SIDE, data };
}
