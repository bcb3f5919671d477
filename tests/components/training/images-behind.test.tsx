/** The images behind a number: which they are, what was predicted, and why they can't be shown. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ImagesBehind } from '@/components/training/epochs/ImagesBehind';
import { COURSE } from '@/lib/course/subject';
import type { LabelledImages } from '@/lib/data/data-set';
import type { TrainingSet } from '@/lib/data/training-set';
import type { MeasuredSet } from '@/lib/engine/examine-protocol';
import type { TrainingSettings } from '@/lib/network/settings';
import type { StoredImages } from '@/lib/network/subject';
import { fail, ok, type Result } from '@/lib/result';
import { turnTo } from '@/lib/store/subject/subject';
import { DEFAULT_SETTINGS } from '@/lib/store/training/training-view';

const loaded = vi.fn<(onProgress: (bytes: number) => void) => Promise<Result<TrainingSet>>>();
vi.mock('@/components/training/epochs/load-images', () => ({
  loadImagesOf: (_: unknown, onProgress: (bytes: number) => void) => loaded(onProgress),
}));
vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => {} }) }));

const CLASSES = ['cat', 'dog', 'frog'];

/** The tone of each image is three times its number, and the images take turns with the classes. */
const imagesOf = (count: number, places?: readonly number[]): LabelledImages => ({
  count,
  shape: [1, 1, 1],
  pixels: Uint8Array.from({ length: count }, (_, at) => 3 * at),
  labels: Uint16Array.from({ length: count }, (_, at) => at % 3),
  ...(places && { places }),
});
const STORED: StoredImages = { set: 'set-00000001', seed: 1, count: 90, classes: CLASSES };

const subject = (images: typeof COURSE.dataSet.images) => ({
  ...COURSE,
  dataSet: { ...COURSE.dataSet, classes: CLASSES, names: {}, images },
});

beforeEach(() => {
  loaded.mockReset().mockResolvedValue(ok({ training: imagesOf(80), heldOut: imagesOf(60) }));
  turnTo(subject(COURSE.dataSet.images));
});
afterEach(() => turnTo(COURSE));

const behind = (
  which: MeasuredSet,
  indices: readonly number[],
  settings: TrainingSettings = DEFAULT_SETTINGS,
) => (
  <ImagesBehind
    which={which}
    indices={indices}
    // The class after the image's own.
    answers={Array.from({ length: 80 }, (_, at) => (at + 1) % 3)}
    title="Cats predicted as dogs"
    settings={settings}
  />
);

/** Of each image its name, its tone, and what stands below it. */
const shown = () =>
  page
    .getByRole('listitem')
    .elements()
    .map((item) => {
      const canvas = item.querySelector('canvas');
      const tone = canvas?.getContext('2d')?.getImageData(0, 0, 1, 1).data[0];
      return [canvas?.getAttribute('aria-label'), tone, item.querySelector('span:last-of-type')?.textContent];
    });

test('each image is there with its class, and what it was predicted as', async () => {
  await render(behind('heldOut', [0, 30, 4]));
  await expect.element(page.getByRole('listitem')).toHaveLength(3);
  expect(shown()).toEqual([
    ['An image of class cat', 0, 'dog'],
    ['An image of class cat', 90, 'dog'],
    ['An image of class dog', 12, 'frog'],
  ]);
  await expect.element(page.getByRole('heading', { name: 'Cats predicted as dogs' })).toBeVisible();
  // Only a stored set can be mended.
  await expect.element(page.getByRole('radio')).not.toBeInTheDocument();
  await expect.element(page.getByText(/^And/)).not.toBeInTheDocument();
});

test('forty are drawn, and of the others it is said how many there are', async () => {
  await render(
    behind(
      'heldOut',
      Array.from({ length: 47 }, (_, at) => at),
    ),
  );
  await expect.element(page.getByText('And 7 more.')).toBeVisible();
  expect(shown()).toHaveLength(40);
  expect(shown().at(-1)?.[1]).toBe(3 * 39);
});

test('of a run that used some of the training images, the first of them is not the set’s first', async () => {
  // Two of each class that is left: of dogs and frogs the places 1, 2, 4, 5.
  const settings = { ...DEFAULT_SETTINGS, images: 4, leftOut: 0 };
  await render(behind('training', [0, 1, 2, 3], settings));
  await expect.element(page.getByRole('listitem')).toHaveLength(4);
  expect(shown().map(([, tone]) => tone)).toEqual([3, 6, 12, 15]);
});

test('until they have come it says how much has; then why they have not', async () => {
  let come: ((result: Result<TrainingSet>) => void) | undefined;
  loaded.mockImplementation((onProgress) => {
    onProgress(1_234_567);
    return new Promise((resolve) => {
      come = resolve;
    });
  });
  await render(behind('heldOut', [0]));
  await expect.element(page.getByRole('status')).toHaveTextContent('Fetching the images: 1.2 MB so far.');
  come?.(fail('The images arrived damaged.'));
  await expect.element(page.getByRole('alert')).toHaveTextContent(/^The images arrived damaged\.$/);
  await expect.element(page.getByText(/^Fetching/)).not.toBeInTheDocument();
});

test('where no images come with the network, it says where to open their set', async () => {
  turnTo(subject(null));
  loaded.mockResolvedValue(fail('None.'));
  await render(behind('heldOut', [0]));
  await expect.element(page.getByRole('alert')).toHaveTextContent(/do not come with the site/);
  await expect
    .element(page.getByRole('link', { name: 'page for data sets' }))
    .toHaveAttribute('href', expect.stringMatching(/\/data\/?$/));
});

test('an image of a stored set is chosen with the keyboard, by its number in that set', async () => {
  turnTo(subject(STORED));
  const places = Array.from({ length: 60 }, (_, at) => 80 - at);
  loaded.mockResolvedValue(ok({ training: imagesOf(30), heldOut: imagesOf(60, places) }));
  const { rerender } = await render(behind('heldOut', [3, 6, 9]));
  const clinic = page.getByRole('region', { name: 'Learn from this mistake' });
  await expect.element(clinic).toHaveTextContent(/^Choose an image/);
  const tiles = page.getByRole('radio');
  expect(tiles.elements()).toHaveLength(3);
  (tiles.first().element() as HTMLElement).focus();
  await userEvent.keyboard(' {ArrowRight}');
  // The index 6 of the validation images is the place 74 of the set, its 75th image.
  await expect
    .element(clinic)
    .toHaveTextContent('Image 75: labelled cat, predicted dog. It is a validation image.');
  await expect
    .element(page.getByRole('radio', { checked: true }))
    .toHaveAccessibleName(/^Image 75, of class cat, predicted as/);
  // Behind another number the chosen image is not among those that are shown.
  await rerender(behind('heldOut', [9, 12]));
  await expect.element(clinic).toHaveTextContent(/^Choose an image/);
});
