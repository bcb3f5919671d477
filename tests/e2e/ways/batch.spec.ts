import { expect, open, test } from '../support/site';

test('shapes are those of all training images at a press, also along the stages', async ({ page }) => {
  await open(page, '/stages/conv1/');
  const shapes = page.locator('[data-images]');
  const shown = () =>
    shapes.evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').content));
  await expect.poll(async () => new Set(await shown())).toEqual(new Set(['none']));
  const all = page.getByRole('button', { name: 'Shapes for 1,000 images' });
  await all.press('Enter');
  await expect(all).toHaveAttribute('aria-pressed', 'true');
  // In the lesson with spaces, along the stages without.
  expect(new Set(await shown())).toEqual(new Set(['"1,000 × "', '"1,000×"']));
  await all.press('Enter');
  expect(new Set(await shown())).toEqual(new Set(['none']));
});
