/** What stands out about measured images: a sentence each, which opens the very images. */
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Suspicions } from '@/components/ways/metrics/Suspicions';

const CLASSES = ['cat', 'dog', 'frog'];

/** The network's probabilities for each image, and its label. */
const scoredOf = (rows: readonly (readonly [label: number, ...shares: number[]])[]) => ({
  labels: rows.map(([label]) => label),
  probabilities: Float32Array.from(rows.flatMap(([, ...shares]) => shares)),
  classes: CLASSES.length,
});
/** Sure of the class that it names. */
const sure = (label: number, predicted: number) =>
  [label, ...CLASSES.map((_, at) => (at === predicted ? 0.9 : 0.05))] as const;
const rightOnes = (count: number) => Array.from({ length: count }, (_, at) => sure(at % 3, at % 3));

const show = async (rows: Parameters<typeof scoredOf>[0]) => {
  const onOpen = vi.fn();
  await render(<Suspicions part="heldOut" scored={scoredOf(rows)} classes={CLASSES} onOpen={onOpen} />);
  return onOpen;
};

test('a class that is never predicted is named, with its images', async () => {
  const rows = [...rightOnes(60)].map((row) => (row[0] === 2 ? sure(2, 0) : row));
  const onOpen = await show(rows);
  await expect
    .element(page.getByText(/“frog” is never predicted, though 20 images are of this class/))
    .toBeVisible();
  await page.getByRole('button', { name: 'Show the images' }).first().click();
  expect(onOpen).toHaveBeenCalledWith(
    expect.objectContaining({ indices: Array.from({ length: 20 }, (_, nth) => 2 + 3 * nth) }),
  );
});

test('a label that the network contradicts is doubted, and only that one', async () => {
  const rows = rightOnes(60).with(7, sure(1, 0));
  const onOpen = await show(rows);
  await expect.element(page.getByText(/^One label may be wrong/)).toBeVisible();
  expect(page.getByRole('listitem').elements()).toHaveLength(1);
  await page.getByRole('button', { name: 'Show the images' }).click();
  expect(onOpen).toHaveBeenCalledWith(expect.objectContaining({ indices: [7] }));
});

test('a set that is too small is called so, with what one image is worth', async () => {
  await show(rightOnes(20));
  await expect
    .element(page.getByText(/There are only 20 images: each is 5\.0\s?% of the result/))
    .toBeVisible();
});

test('nothing is said of enough images that are all right', async () => {
  await show(rightOnes(60));
  await expect.element(page.getByRole('heading')).not.toBeInTheDocument();
});
