/** What is asked before a set is read: what was found, what every image becomes, and what that takes. */
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { SetChoices } from '@/components/explore/data/SetChoices';
import { COURSE } from '@/lib/course/subject';
import type { SetSummary } from '@/lib/data/sets/labelled-set';
import { DIGITS } from '@/lib/shelf/digits';
import { turnTo } from '@/lib/store/subject/subject';

const SUMMARY: SetSummary = {
  name: 'Letters',
  form: 'idx',
  container: 'zip',
  count: 70_000,
  classes: ['a', 'b', 'c'],
  natural: [28, 20, 1],
};
const [HEIGHT, WIDTH] = COURSE.architecture.input;

afterEach(() => turnTo(COURSE));

async function show(more: Partial<SetSummary> = {}) {
  const [onRead, onClose] = [vi.fn(), vi.fn()];
  await render(<SetChoices summary={{ ...SUMMARY, ...more }} onRead={onRead} onClose={onClose} />);
  return { onRead, onClose };
}
const option = (name: string | RegExp) => page.getByRole('radio', { name });
const read = page.getByRole('button', { name: 'Read the images' });
/** The size that is said, in bytes: written to one decimal at least where it is small, to whole units otherwise. */
const said = () => page.getByText(/^The images will take/).element().textContent;

test('small images stay as they are, unless something else is chosen', async () => {
  const { onRead, onClose } = await show();
  await expect.element(page.getByRole('heading', { name: 'Letters' })).toBeVisible();
  await expect
    .element(page.getByText('IDX files in a zip archive: 70,000 images. 3 classes.', { exact: true }))
    .toBeVisible();
  await expect.element(option('as in the files (28 × 20)')).toBeChecked();
  await expect.element(option('Grey (1)')).toBeChecked();
  // 70,000 × 28 × 20 × 1 bytes.
  expect(said()).toBe('The images will take 39 MB of memory.');
  await read.click();
  expect(onRead.mock.calls).toEqual([[{ shape: [28, 20, 1], fit: 'crop' }]]);

  await option('Colour (3)').click();
  await option('Stretch').click();
  expect(said()).toBe('The images will take 118 MB of memory.');
  await read.click();
  expect(onRead).toHaveBeenLastCalledWith({ shape: [28, 20, 3], fit: 'stretch' });
  expect(onClose).not.toHaveBeenCalled();
  await page.getByRole('button', { name: 'Close' }).click();
  expect(onClose).toHaveBeenCalledTimes(1);
});

test('photographs become what the shown network takes, whichever that is', async () => {
  const { onRead } = await show({ form: 'images', container: 'files', count: 10, natural: [97, 40, 3] });
  await expect.element(page.getByText(/^Image files: 10 images\./)).toBeVisible();
  await expect.element(option(`as the shown network takes them (${HEIGHT} × ${WIDTH})`)).toBeChecked();
  await expect.element(option('Colour (3)')).toBeChecked();
  await read.click();
  expect(onRead).toHaveBeenLastCalledWith({ shape: [HEIGHT, WIDTH, 3], fit: 'crop' });
  // The page may turn to another network meanwhile.
  turnTo(DIGITS);
  await expect.element(option('as the shown network takes them (28 × 28)')).toBeChecked();
  await read.click();
  expect(onRead).toHaveBeenLastCalledWith({ shape: [28, 28, 3], fit: 'crop' });
  await option('as in the files (97 × 40)').click();
  await read.click();
  expect(onRead).toHaveBeenLastCalledWith({ shape: [97, 40, 3], fit: 'crop' });
});

test('where the files don’t say their size, only the others can be chosen', async () => {
  await show({ natural: null, classes: ['a'] });
  await expect.element(page.getByText(/One class\.$/)).toBeVisible();
  await expect.element(option(/^as in the files/)).not.toBeInTheDocument();
  await expect.element(option(/^as the shown network/)).toBeChecked();
});

test('a size is typed: from one pixel to 512, and any other number is refused in a sentence', async () => {
  const { onRead } = await show({ count: 100 });
  await option('other').click();
  const height = page.getByLabelText('Height');
  await expect.element(height).toHaveValue(HEIGHT);
  await userEvent.fill(height, '40');
  await userEvent.fill(page.getByLabelText('Width'), '50');
  // 100 × 40 × 50 × 1 bytes.
  expect(said()).toBe('The images will take 200 kB of memory.');
  for (const typed of ['0', '513', '1.5', '-3', '']) {
    await userEvent.fill(height, typed);
    await expect.element(height).toHaveAttribute('aria-invalid', 'true');
    await expect.element(page.getByText('1 to 512')).toBeVisible();
  }
  expect(said()).toBe('The images will take 200 kB of memory.');
  // What is read is what stands in the field when it is left.
  await userEvent.tab();
  await expect.element(height).toHaveValue(40);
  await read.click();
  expect(onRead).toHaveBeenLastCalledWith({ shape: [40, 50, 1], fit: 'crop' });
});
