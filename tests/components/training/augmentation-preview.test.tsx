/** What augmentation does to images, as the preview draws it: pixel by pixel what a run is given. */
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { AugmentationPreview } from '@/components/training/train/settings/AugmentationPreview';
import type { LabelledImages } from '@/lib/data/data-set';
import { augmentationOf } from '@/lib/engine/training/images/augment';
import type { TrainingSettings } from '@/lib/network/settings';
import { fail, ok } from '@/lib/result';
import { DEFAULT_SETTINGS } from '@/lib/store/training/training-view';

const SHAPE = [64, 64, 3] as const;
const BYTES = 64 * 64 * 3;
const EPOCHS = 4;
/** Brighter to the right, each in tones of its own. */
const imageAt = (nth: number) =>
  Uint8Array.from({ length: BYTES }, (_, at) => 20 * nth + (Math.floor(at / 3) % 64) * 2 + (at % 3));
/** The classes of the images: two of each, so that the first four are of four classes. */
const LABELS = [0, 0, 1, 1, 2, 2, 3, 3];
const training: LabelledImages = {
  count: LABELS.length,
  shape: SHAPE,
  pixels: Uint8Array.from(
    { length: LABELS.length * BYTES },
    (_, at) => imageAt(Math.floor(at / BYTES))[at % BYTES],
  ),
  labels: Uint8Array.from(LABELS),
};
const images = vi.fn();
vi.mock('@/components/training/epochs/load-images', () => ({ loadSeenImages: async () => images() }));

/** Red, green and blue of what a cell draws. */
function drawn(cell: Element): number[] {
  const canvas = cell.querySelector('canvas');
  const data = canvas?.getContext('2d')?.getImageData(0, 0, 64, 64).data ?? new Uint8ClampedArray();
  return [...data].filter((_, at) => at % 4 < 3);
}

async function rowsOf(settings: TrainingSettings) {
  images.mockReturnValue(ok({ training, heldOut: training }));
  await render(<AugmentationPreview settings={settings} />);
  await expect.element(page.getByRole('rowheader')).toHaveLength(4);
  return page
    .getByRole('row')
    .elements()
    .slice(1)
    .map((row) => [...row.querySelectorAll('td')].map(drawn));
}

test('the first column is the image as it is stored, of a class each; the others are what the first epochs are given', async () => {
  const settings = { ...DEFAULT_SETTINGS, mirror: true, shift: 3, jitter: 0.2, seed: 7 };
  const rows = await rowsOf(settings);
  const places = [0, 2, 4, 6];
  for (const [nth, place] of places.entries()) {
    expect(rows[nth]).toHaveLength(1 + EPOCHS);
    expect(rows[nth][0]).toEqual([...imageAt(place)]);
    for (let epoch = 1; epoch <= EPOCHS; epoch++) {
      const given = augmentationOf(settings, epoch)?.(imageAt(place), SHAPE, place, 0);
      expect(rows[nth][epoch], `image ${place}, epoch ${epoch}`).toEqual([...(given ?? [])]);
    }
  }
  expect(new Set(rows.flat().map(String)).size).toBeGreaterThan(12);
});

test('mirroring alone shows each image as it is or from the other side, and both occur', async () => {
  const rows = await rowsOf({ ...DEFAULT_SETTINGS, mirror: true, seed: 1 });
  const sides = rows.flatMap(([original, ...shown]) =>
    shown.map((one) => {
      const turned = original.map((_, at) => {
        const [pixel, channel] = [Math.floor(at / 3), at % 3];
        return original[(Math.floor(pixel / 64) * 64 + 63 - (pixel % 64)) * 3 + channel];
      });
      return String(one) === String(original)
        ? 'as it is'
        : String(one) === String(turned)
          ? 'turned'
          : 'neither';
    }),
  );
  expect(new Set(sides)).toEqual(new Set(['as it is', 'turned']));
});

test('images of a class that is left out are not among them', async () => {
  const rows = await rowsOf({ ...DEFAULT_SETTINGS, mirror: true, leftOut: 0 });
  expect(rows.map(([original]) => original[0])).toEqual([2, 4, 6, 3].map((nth) => imageAt(nth)[0]));
});

test('that the images could not be fetched is said', async () => {
  images.mockReturnValue(fail('No images today.'));
  await render(<AugmentationPreview settings={{ ...DEFAULT_SETTINGS, mirror: true }} />);
  await expect.element(page.getByRole('alert')).toHaveTextContent('No images today.');
});
