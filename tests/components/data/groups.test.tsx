/** The groups of copies and of images that look alike: how many there are, what they are called, and which images they open. */
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Groups } from '@/components/explore/data/look/Groups';
import { type EditedSet, unchanged } from '@/lib/data/sets/edit/edited-set';
import type { Group } from '@/lib/data/sets/look/findings';

const COUNT = 60;
const SET: EditedSet = unchanged({
  name: 'some',
  form: 'images',
  classes: ['cat', 'dog'],
  shape: [1, 1, 1],
  count: COUNT,
  // Each image has a tone of its own.
  pixels: Uint8Array.from({ length: COUNT }, (_, at) => 4 * at),
  labels: Uint16Array.from({ length: COUNT }, (_, at) => at % 2),
  splits: Uint8Array.from({ length: COUNT }, (_, at) => at % 3),
  notes: [],
});

/** Of the groups named here all images have the same pixels. */
async function show(groups: readonly Group[], copies: readonly Group[] = []) {
  const sameAs = Uint32Array.from({ length: COUNT }, (_, at) => at);
  for (const group of copies) for (const at of group) sameAs[at] = group[0];
  const survey = {
    sameAs,
    looksLike: sameAs,
    mirrorOf: sameAs,
    plain: new Uint8Array(COUNT),
    grey: new Uint8Array(COUNT),
  };
  const onShow = vi.fn();
  const { container } = await render(<Groups set={SET} survey={survey} groups={groups} onShow={onShow} />);
  return { onShow, container };
}
const open = () => page.getByText(/^Groups of copies/).click();
const items = page.getByRole('listitem');
const pairs = (count: number): readonly Group[] =>
  Array.from({ length: count }, (_, nth) => [2 * nth, 2 * nth + 1]);

test('without a group nothing is said', async () => {
  const { container } = await show([]);
  expect(container.textContent).toBe('');
});

test('copies and images that look alike are told apart, each image with its class and split', async () => {
  const copies = [0, 2];
  const { onShow } = await show([copies, [4, 7, 9]], [copies]);
  await open();
  await expect.element(page.getByText(/differ in at most 6 of 128 bits/)).toBeVisible();
  await expect
    .element(items.nth(0).getByText('2 images, exact copies: cat (Training), cat (Test)', { exact: true }))
    .toBeVisible();
  await expect
    .element(
      items.nth(1).getByText('3 images, look alike: cat (Validation), dog (Validation), dog (Training)', {
        exact: true,
      }),
    )
    .toBeVisible();
  await items.nth(1).getByRole('button').click();
  expect(onShow.mock.calls).toEqual([[[4, 7, 9]]]);
});

test('each button says by its name which group it shows', async () => {
  await show(pairs(3));
  await open();
  const names = page
    .getByRole('button', { name: /^Show on the wall/ })
    .elements()
    .map((button) => button.getAttribute('aria-label') ?? button.textContent);
  expect(new Set(names).size).toBe(3);
  await expect
    .element(
      page.getByRole('button', { name: 'Show on the wall: 2 images, look alike: cat (Validation), dog' }),
    )
    .toBeVisible();
});

test('of a large group eight images are drawn and named, and all are shown on the wall', async () => {
  const group = Array.from({ length: 11 }, (_, nth) => 6 * (nth % 10) + (nth > 9 ? 1 : 0));
  const { onShow, container } = await show([group]);
  await open();
  await expect
    .element(items)
    .toHaveTextContent(/^11 images, look alike: (cat \(Training\), ){7}cat \(Training\) and 3 more/);
  const canvas = container.querySelector('canvas');
  expect(canvas?.width).toBe(8);
  const drawn = canvas?.getContext('2d')?.getImageData(0, 0, 8, 1).data ?? [];
  expect([...drawn].filter((_, at) => at % 4 === 0)).toEqual(group.slice(0, 8).map((at) => 4 * at));
  await items.getByRole('button').click();
  expect(onShow).toHaveBeenCalledWith(group);
});

test('ten groups are shown at once, then ten more, and at last the rest', async () => {
  await show(pairs(23));
  await expect.element(page.getByText('Groups of copies and of images that look alike (23)')).toBeVisible();
  await open();
  expect(items.elements()).toHaveLength(10);
  await page.getByRole('button', { name: 'Show 10 more' }).click();
  expect(items.elements()).toHaveLength(20);
  await page.getByRole('button', { name: 'Show 3 more' }).click();
  expect(items.elements()).toHaveLength(23);
  await expect.element(page.getByRole('button', { name: /more$/ })).not.toBeInTheDocument();
});
