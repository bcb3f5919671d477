import { createStore, del, get, keys, set } from 'idb-keyval';
import { beforeEach, expect, test, vi } from 'vitest';
import { cutImage, openImage, previewImage } from '@/lib/data/opened-image';
import { type OwnImage, ownImage, seenAs } from '@/lib/data/own-image';
import { keepOwnImage, keptOwnImage, keptOwnImages, MOST_KEPT } from '@/lib/data/own-store';
import { type Square, scaleSquare } from '@/lib/data/resample';
import { must } from '@/lib/result';

const COURSE = [64, 64, 3] as const;
const SHAPES = [COURSE, [32, 32, 3], [28, 28, 1], [24, 48, 4]] as const;

const store = createStore('pipeline-tracer-pictures', 'own');
beforeEach(async () => {
  for (const key of await keys(store)) await del(key, store);
});

/** A uniform image of one tone, different for each tone. */
const even = (tone: number): OwnImage =>
  ownImage(`${tone}.png`, { width: 2, height: 2, data: new Uint8ClampedArray(16).fill(tone) }, WHOLE);
const WHOLE = { x: 0, y: 0, side: 2 };

// This test comes first because the database is not open yet.
test('forbidden storage gives a sentence, and storage that works again works', async () => {
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('The user denied it.', 'SecurityError');
  });
  const kept = await keepOwnImage(even(1));
  expect(kept.ok ? '' : kept.problem.sentence).toBe(
    'Your image can be used now, but this browser does not let it be kept for the next visit.',
  );
  expect((await keptOwnImages(COURSE)).ok).toBe(false);
  open.mockRestore();
  expect((await keepOwnImage(even(1))).ok).toBe(true);
});

/** A PNG with a fine pattern, part of it half transparent. */
async function patterned(width: number, height: number): Promise<ImageData> {
  const image = new ImageData(width, height);
  for (let at = 0; at < image.data.length; at++)
    image.data[at] = at % 4 === 3 ? ((at >> 2) % 5 === 0 ? 90 : 255) : (at * 7 + (at >> 7) * 31) & 255;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context?.putImageData(image, 0, 0);
  const read = context?.getImageData(0, 0, width, height);
  if (!read) throw new Error('no canvas');
  return read;
}

async function fileOf(image: ImageData): Promise<Blob> {
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}

test.each<[string, Square]>([
  ['its middle', { x: 100, y: 0, side: 600 }],
  ['a small square between pixels', { x: 411.25, y: 97.5, side: 73.75 }],
])('each network sees a kept image of 800 x 600 (%s) as if straight from the original', async (_, square) => {
  const original = await patterned(800, 600);
  const opened = must(await openImage(await fileOf(original), 'mine.png', COURSE));
  const own = cutImage(opened, square);
  expect([own.image.width, own.image.height, own.square]).toEqual([800, 600, square]);
  must(await keepOwnImage(own));
  for (const shape of SHAPES) {
    const straight = scaleSquare(original, square, shape);
    const kept = must(await keptOwnImage(own.id, shape));
    expect(kept).toMatchObject({ id: own.id, kind: 'own', name: 'mine.png' });
    expect(kept?.pixels.length).toBe(shape[0] * shape[1] * shape[2]);
    expect(kept?.pixels).toEqual(straight);
    expect(must(await keptOwnImages(shape))).toEqual([kept]);
    expect(previewImage(opened, square, shape)).toEqual(straight);
  }
});

test('of a larger image only the square is kept, at most 1024 pixels a side and without loss below that', async () => {
  const original = await patterned(3000, 1400);
  const opened = must(await openImage(await fileOf(original), 'photo.png', COURSE));
  const small = cutImage(opened, { x: 2000, y: 700, side: 300 });
  expect([small.image.width, small.image.height]).toEqual([300, 300]);
  must(await keepOwnImage(small));
  for (const shape of SHAPES)
    expect(must(await keptOwnImage(small.id, shape))?.pixels).toEqual(
      scaleSquare(original, { x: 2000, y: 700, side: 300 }, shape),
    );
  const large = cutImage(opened, { x: 0, y: 0, side: 1400 });
  expect([large.image.width, large.image.height]).toEqual([1024, 1024]);
  must(await keepOwnImage(large));
  expect(must(await keptOwnImage(large.id, COURSE))?.pixels).toEqual(seenAs(large, COURSE).pixels);
  expect(large.id).not.toBe(small.id);
});

test('an image kept when there was only one network is an original of 64 x 64', async () => {
  // In the format that was written then.
  const pixels = Uint8Array.from({ length: 64 * 64 * 3 }, (_, at) => (at * 13) & 255);
  await set('own-0000abcd', { id: 'own-0000abcd', name: 'old.png', pixels, keptAt: 5 }, store);
  must(await keepOwnImage(even(9)));
  expect(must(await keptOwnImage('own-0000abcd', COURSE))).toEqual({
    id: 'own-0000abcd',
    kind: 'own',
    name: 'old.png',
    pixels,
  });
  const data = new Uint8ClampedArray(64 * 64 * 4).fill(255);
  for (let at = 0; at < 64 * 64; at++) data.set(pixels.subarray(at * 3, at * 3 + 3), at * 4);
  const small = scaleSquare({ width: 64, height: 64, data }, { x: 0, y: 0, side: 64 }, [28, 28, 1]);
  expect(must(await keptOwnImage('own-0000abcd', [28, 28, 1]))?.pixels).toEqual(small);
  expect(must(await keptOwnImages(COURSE)).map(({ name }) => name)).toEqual(['9.png', 'old.png']);
});

test('an entry that can’t be read as an image is left out, and hides no other', async () => {
  must(await keepOwnImage(even(1)));
  const kept = await get(even(1).id, store);
  const broken = { ...Object(kept), id: 'own-00000001', png: Uint8Array.of(1, 2, 3) };
  await set('own-00000001', broken, store);
  await set('own-00000002', 'nonsense', store);
  expect(must(await keptOwnImages(COURSE)).map(({ name }) => name)).toEqual(['1.png']);
  expect(must(await keptOwnImage('own-00000001', COURSE))).toBeNull();
});

test('a limited number is kept; one more is refused with a sentence, and one of them can be kept again', async () => {
  for (let tone = 0; tone < MOST_KEPT; tone++) must(await keepOwnImage(even(tone)));
  const more = await keepOwnImage(even(200));
  expect(more.ok ? '' : more.problem.sentence).toBe(
    `Your image can be used now, but this browser keeps ${MOST_KEPT} images already. Remove one to have a new one kept.`,
  );
  expect((await keepOwnImage(even(3))).ok).toBe(true);
  expect(must(await keptOwnImages(COURSE))).toHaveLength(MOST_KEPT);
});

test('full storage reports that it is full', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
    throw new DOMException('No room.', 'QuotaExceededError');
  });
  const kept = await keepOwnImage(even(1));
  expect(kept.ok ? '' : kept.problem.sentence).toContain('storage is full');
});
