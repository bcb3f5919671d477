import { expect, test } from 'vitest';
import { cutImage, type OpenedImage, openImage } from '@/lib/data/opened-image';
import { seenAs } from '@/lib/data/own-image';
import { forgetOwnImage, keepOwnImage, keptOwnImage, keptOwnImages } from '@/lib/data/own-store';
import { middleSquare, type Square } from '@/lib/data/resample';
import { must } from '@/lib/result';

const SHAPE = [64, 64, 3] as const;
/** What a network that takes 64 x 64 x 3 sees of a square. */
const seenIn = (opening: OpenedImage, square: Square) => seenAs(cutImage(opening, square), SHAPE);

type Paint = (context: OffscreenCanvasRenderingContext2D) => void;

async function imageFile(width: number, height: number, type: string, paint: Paint): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  paint(context);
  return canvas.convertToBlob({ type, quality: 1 });
}

const fill =
  (colour: string): Paint =>
  (context) => {
    context.fillStyle = colour;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  };

async function opened(file: Blob, name = 'image') {
  const read = await openImage(file, name, SHAPE);
  if (!read.ok) throw new Error(read.problem.sentence);
  return read.value;
}

async function sentenceFor(file: Blob, name = 'image'): Promise<string> {
  const read = await openImage(file, name, SHAPE);
  return read.ok ? 'read' : read.problem.sentence;
}

const bytes = (...parts: readonly (string | readonly number[])[]): Blob =>
  new Blob(
    parts.map((part) =>
      typeof part === 'string' ? Uint8Array.from(part, (c) => c.charCodeAt(0)) : new Uint8Array(part),
    ),
  );

/** Two frames of 2x2 pixels, first red, then blue. */
const GIF_FRAME = [0x2c, 0, 0, 0, 0, 2, 0, 2, 0, 0];
const twoFrames = bytes(
  'GIF89a',
  [2, 0, 2, 0, 0x80, 0, 0, 220, 20, 10, 10, 20, 220],
  [0x21, 0xff, 11],
  'NETSCAPE2.0',
  [3, 1, 0, 0, 0],
  [0x21, 0xf9, 4, 0, 50, 0, 0, 0],
  GIF_FRAME,
  [2, 2, 0x84, 0x51, 0],
  [0x21, 0xf9, 4, 0, 50, 0, 0, 0],
  GIF_FRAME,
  [2, 2, 0x8c, 0x53, 0],
  [0x3b],
);

test.each(['image/png', 'image/webp', 'image/jpeg'])('a square %s keeps its colours', async (type) => {
  const opening = await opened(await imageFile(128, 128, type, fill('rgb(200 80 20)')));
  const { pixels, kind, id } = seenIn(opening, middleSquare(opening.image));
  expect(kind).toBe('own');
  expect(id).toMatch(/^own-[0-9a-f]{8}$/);
  expect(opening.notes).toEqual([]);
  const exact = type === 'image/png' ? 0 : 3;
  [200, 80, 20].forEach((value, channel) => {
    expect(Math.abs(pixels[64 * 64 * 3 - 3 + channel] - value)).toBeLessThanOrEqual(exact);
  });
});

test('a 64x64 PNG arrives bit for bit, and the same again the second time', async () => {
  const file = await imageFile(64, 64, 'image/png', (context) => {
    for (let at = 0; at < 64; at++) {
      context.fillStyle = `rgb(${at * 4} ${255 - at} ${at})`;
      context.fillRect(at, 0, 1, 64);
    }
  });
  const opening = await opened(file);
  const { pixels } = seenIn(opening, middleSquare(opening.image));
  for (let at = 0; at < 64; at++)
    expect([...pixels.subarray(at * 3, at * 3 + 3)]).toEqual([at * 4, 255 - at, at]);
  const again = await opened(file);
  expect(seenIn(again, middleSquare(again.image))).toEqual(seenIn(opening, middleSquare(opening.image)));
});

test('a wide image gives its middle, or the square that was requested', async () => {
  const opening = await opened(
    await imageFile(300, 100, 'image/png', (context) => {
      fill('rgb(255 0 0)')(context);
      context.fillStyle = 'rgb(0 0 255)';
      context.fillRect(100, 0, 100, 100);
    }),
  );
  const colourOf = (x: number) => [...seenIn(opening, { x, y: 0, side: 100 }).pixels.subarray(0, 3)];
  expect(middleSquare(opening.image)).toEqual({ x: 100, y: 0, side: 100 });
  expect(colourOf(100)).toEqual([0, 0, 255]);
  expect(colourOf(200)).toEqual([255, 0, 0]);
});

test('a large image is scaled down when it is opened', async () => {
  const opening = await opened(await imageFile(4000, 1000, 'image/jpeg', fill('rgb(10 120 40)')));
  expect([opening.image.width, opening.image.height]).toEqual([1024, 256]);
});

test('a transparent image is put on white, and says so', async () => {
  const opening = await opened(
    await imageFile(80, 80, 'image/png', (context) => context.fillRect(0, 0, 40, 80)),
  );
  const { pixels } = seenIn(opening, middleSquare(opening.image));
  expect([pixels[0], pixels[63 * 3]]).toEqual([0, 255]);
  expect(opening.notes).toEqual(['See-through parts are shown on white.']);
});

test('the first frame of an animation is used, and it says so', async () => {
  const opening = await opened(twoFrames);
  const { pixels } = seenIn(opening, middleSquare(opening.image));
  expect(new Set([pixels.subarray(0, 3).join(), pixels.subarray(12285).join()])).toEqual(
    new Set(['220,20,10']),
  );
  expect(opening.notes[0]).toContain('first frame');
});

test('a single pixel becomes a uniform image, and says so', async () => {
  const opening = await opened(await imageFile(1, 1, 'image/png', fill('rgb(7 8 9)')));
  const { pixels } = seenIn(opening, middleSquare(opening.image));
  expect(pixels.every((value, at) => value === 7 + (at % 3))).toBe(true);
  expect(opening.notes[0]).toContain('single pixel');
});

test('a drawing (SVG) is read too', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#0a6"/></svg>';
  const opening = await opened(new Blob([svg], { type: 'image/svg+xml' }));
  expect([...seenIn(opening, middleSquare(opening.image)).pixels.subarray(0, 3)]).toEqual([0, 170, 102]);
});

test('an unreadable file gets one sentence that names it', async () => {
  const png = await imageFile(50, 50, 'image/png', fill('red'));
  expect(await sentenceFor(new Blob([]), 'nothing.png')).toBe(
    '“nothing.png” is empty. Choose another image.',
  );
  expect(await sentenceFor(new Blob(['Dear diary']), 'diary.txt')).toContain('“diary.txt” is not an image');
  expect(await sentenceFor(png.slice(0, 60), 'half.png')).toContain(
    '“half.png” is cut off: the end of this PNG image is missing.',
  );
  const heic = bytes([0, 0, 0, 16], 'ftypheic', [0, 0, 0, 0, 0, 0, 0, 8], 'meta', [0, 0, 0, 8], 'mdat');
  expect(await sentenceFor(heic, 'phone.heic')).toBe(
    '“phone.heic” is an image in the format HEIC, which this browser cannot read. Save it as JPEG or PNG and try again.',
  );
  const huge = bytes(
    [0x89],
    'PNG\r\n\x1a\n',
    [0, 0, 0, 13],
    'IHDR',
    [0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10],
    Array(40).fill(0),
  );
  expect(await sentenceFor(huge, 'huge.png')).toContain('“huge.png” has 100 megapixels');
});

test('own images are kept, newest first, and can be removed', async () => {
  const opening = await opened(await imageFile(64, 64, 'image/png', fill('rgb(1 2 3)')), 'mine.png');
  const own = cutImage(opening, middleSquare(opening.image));
  const kept = seenAs(own, SHAPE);
  // Those of other tests in this browser.
  for (const { id } of must(await keptOwnImages(SHAPE))) await forgetOwnImage(id);
  expect(await keepOwnImage(own)).toEqual({ ok: true, value: undefined });
  expect(await keptOwnImage(kept.id, SHAPE)).toEqual({ ok: true, value: kept });
  expect(await keptOwnImages(SHAPE)).toEqual({ ok: true, value: [kept] });
  await forgetOwnImage(kept.id);
  expect(await keptOwnImage(kept.id, SHAPE)).toEqual({ ok: true, value: null });
});
