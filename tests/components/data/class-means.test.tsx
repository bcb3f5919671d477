/** The mean image and the channels of each class, against sums by hand. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ClassMeans } from '@/components/explore/data/look/ClassMeans';
import { unchanged } from '@/lib/data/sets/edit/edited-set';
import { Statistics } from '@/lib/data/sets/look/statistics';
import type { MapShape } from '@/lib/tensor/tensor';

const CLASSES = ['cat', 'dog', 'frog'];

/** The last class has no image. */
async function show(shape: MapShape, images: readonly (readonly number[])[], labels: readonly number[]) {
  const pixels = Uint8Array.from(images.flat());
  const set = unchanged({
    ...{ name: 'some', form: 'images', classes: CLASSES, shape, notes: [] },
    count: images.length,
    pixels,
    labels: Uint16Array.from(labels),
    splits: new Uint8Array(images.length),
  });
  const statistics = new Statistics(CLASSES.length, shape);
  statistics.add(pixels, (nth) => labels[nth]);
  await render(<ClassMeans set={set} statistics={statistics.finish()} />);
  await page.getByText('Mean image, channels').click();
}
const rows = () =>
  page
    .getByRole('row')
    .elements()
    .map((row) => [...row.children].map((cell) => cell.textContent));
const drawn = (name: string) => {
  const canvas = page.getByRole('img', { name }).element() as HTMLCanvasElement;
  const { width, height } = canvas;
  return [...(canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [])];
};

test('grey images have one channel; a class without images is left out', async () => {
  // Two pixels each, side by side.
  await show(
    [1, 2, 1],
    [
      [10, 20],
      [30, 60],
      [7, 7],
    ],
    [0, 0, 1],
  );
  // (10 + 20 + 30 + 60) / 4 = 30; the squares of what they differ by: 400 + 100 + 0 + 900, divided by 4, and their root.
  expect(rows()).toEqual([
    ['Class', 'Mean image', 'Grey'],
    ['cat', '', `30.0 ± ${Math.sqrt(350).toFixed(1)}`],
    ['dog', '', '7.0 ± 0.0'],
  ]);
  expect(drawn('Mean image of “cat”')).toEqual([20, 20, 20, 255, 40, 40, 40, 255]);
  expect(drawn('Mean image of “dog”')).toEqual([7, 7, 7, 255, 7, 7, 7, 255]);
});

test('images in colour have three, each with its own mean', async () => {
  await show(
    [1, 1, 3],
    [
      [0, 100, 255],
      [10, 100, 253],
    ],
    [1, 1],
  );
  expect(rows()).toEqual([
    ['Class', 'Mean image', 'Red', 'Green', 'Blue'],
    ['dog', '', '5.0 ± 5.0', '100.0 ± 0.0', '254.0 ± 1.0'],
  ]);
  expect(drawn('Mean image of “dog”')).toEqual([5, 100, 254, 255]);
});

test('until they are computed there is no number', async () => {
  const set = unchanged({
    ...{ name: 'some', form: 'images', classes: CLASSES, shape: [1, 1, 1], notes: [] },
    count: 1,
    pixels: new Uint8Array(1),
    labels: new Uint16Array(1),
    splits: new Uint8Array(1),
  });
  await render(<ClassMeans set={set} statistics={null} />);
  await page.getByText('Mean image, channels').click();
  await expect.element(page.getByRole('status')).toHaveTextContent('being computed …');
  await expect.element(page.getByRole('table')).not.toBeInTheDocument();
});
