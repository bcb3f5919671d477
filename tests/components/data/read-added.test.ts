/** Images that are added to a stored set become what the set's own images became. */
import { expect, test } from 'vitest';
import type { Fit, LabelledSet } from '@/lib/data/sets/labelled-set';
import { readSet, recogniseSet } from '@/lib/data/sets/read-set';
import { decodeInBrowser } from '@/lib/data/sets/reading/decode-in-browser';
import { must } from '@/lib/result';
import { readAdded } from '@/lib/store/explore/read-added';
import { deleteSet, keepSet, keptSet } from '@/lib/store/subject/kept-sets';
import type { MapShape } from '@/lib/tensor/tensor';

/** Red, green and blue stripes beside one another, with a darker lower half: each fit shows something else of it. */
async function striped(width: number, height: number): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  for (const [nth, colour] of ['#f00', '#0f0', '#00f'].entries()) {
    context.fillStyle = colour;
    context.fillRect((nth * width) / 3, 0, width / 3, height);
  }
  context.fillStyle = '#0008';
  context.fillRect(0, height / 2, width, height / 2);
  return new File([await canvas.convertToBlob({ type: 'image/png' })], 'striped.png');
}

async function readWhole(file: File, shape: MapShape, fit: Fit): Promise<LabelledSet> {
  const files = ['cat/1.png', 'dog/1.png'].map((name) => ({ name, file }));
  const reading = readSet(
    must(await recogniseSet(files)),
    { shape, fit },
    decodeInBrowser,
    new AbortController().signal,
  );
  for (;;) {
    const step = await reading.next();
    if (!step.done) continue;
    if (!step.value.set) throw new Error(step.value.problem?.sentence);
    return step.value.set;
  }
}

/** The pixels of the same file, added to a stored set. */
async function added(set: LabelledSet, file: File): Promise<Uint8Array> {
  const id = must(await keepSet(set));
  try {
    expect(must(await keptSet(id))?.fit).toBe(set.fit);
    const { images, problems } = must(await readAdded(id, [{ name: 'striped.png', file }], 1));
    expect(problems).toEqual([]);
    expect(images).toMatchObject([{ label: 1 }]);
    return images[0].pixels;
  } finally {
    await deleteSet(id);
  }
}

const shapes: readonly MapShape[] = [
  [16, 16, 3],
  [12, 20, 1],
];
test.each([
  [90, 40],
  [41, 97],
])('an image of %i × %i is added as the set’s own were read, stretched or cropped', async (width, height) => {
  const file = await striped(width, height);
  const seen = new Set<string>();
  for (const shape of shapes)
    for (const fit of ['crop', 'stretch'] as const) {
      const set = await readWhole(file, shape, fit);
      expect(set.fit).toBe(fit);
      const pixels = await added(set, file);
      expect(pixels).toEqual(set.pixels.slice(0, pixels.length));
      seen.add(String(pixels));
    }
  expect(seen.size).toBe(4);
});

test('of a set that doesn’t say how it was read the middle is taken', async () => {
  const file = await striped(90, 40);
  const { fit: _, ...set } = await readWhole(file, [16, 16, 3], 'crop');
  expect(await added(set, file)).toEqual(set.pixels.slice(0, 768));
});

test('a large image is added as well, and all of it where the set’s were stretched', async () => {
  const file = await striped(3000, 30);
  const set = await readWhole(file, [16, 24, 3], 'stretch');
  const pixels = await added(set, file);
  const most = pixels.reduce((worst, value, at) => Math.max(worst, Math.abs(value - set.pixels[at])), 0);
  // The browser scales the long side to 1024 pixels first: an edge of colours may blur over two of them, and a pixel of
  // the set is as wide as 43.
  expect(most).toBeLessThanOrEqual(255 * (2 / (1024 / 24)));
  const cropped = await readWhole(file, [16, 24, 3], 'crop');
  expect(cropped.pixels.some((value, at) => Math.abs(value - set.pixels[at]) === 255)).toBe(true);
});
