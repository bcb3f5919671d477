import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, open, test } from '../support/site';

async function saved(
  page: Page,
  format: 'SVG' | 'PNG',
  within: Page | Locator = page,
): Promise<readonly [name: string, bytes: Buffer]> {
  const button = within.getByRole('button', { name: `Save the figure as ${format}` }).first();
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return [download.suggestedFilename(), await readFile(await download.path())];
}

test('a figure is saved with its maps, numbers and marks, as SVG and as PNG', async ({ page }) => {
  await open(page, '/stages/conv1/?channel=13&cell=9,39,13');
  const figure = page.getByRole('figure', { name: /its 32 feature maps/ });
  await expect(figure.getByText('max(0,')).toBeVisible();
  await figure.getByText('or as an image').click();
  const [name, bytes] = await saved(page, 'SVG');
  expect(name).toBe('first-convolution-cat-4-epoch-10.svg');
  const text = bytes.toString();
  // 32 maps, the image, a map at full size, and a filter's three slices.
  expect(text.match(/<image /g)?.length).toBeGreaterThanOrEqual(37);
  expect(text).toContain('max(0,');
  expect(text).not.toContain('foreignObject');
  const { width = 0, height = 0 } = await sharp(bytes).metadata();
  const [other, png] = await saved(page, 'PNG');
  expect(other).toBe(name.replace('.svg', '.png'));
  const drawn = await sharp(png).metadata();
  expect(Math.abs((drawn.width ?? 0) - 2 * width)).toBeLessThanOrEqual(2);
  expect(Math.abs((drawn.height ?? 0) - 2 * height)).toBeLessThanOrEqual(2);
  // Not an empty sheet.
  expect((await sharp(png).stats()).entropy).toBeGreaterThan(1);
});

test('a confusion matrix is saved with its classes and counts', async ({ page }) => {
  await open(page, '/epochs/?epoch=10');
  const matrix = page.getByRole('figure', { name: 'actual ↓ predicted →' });
  await expect(matrix.getByRole('cell').first()).toBeVisible({ timeout: 30_000 });
  const counts = await matrix.locator('tbody td button').allTextContents();
  const [name, bytes] = await saved(page, 'SVG', matrix);
  expect(name).toBe('actual-predicted-cat-4-epoch-10.svg');
  const texts = [...bytes.toString().matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
  for (const word of ['airplane', 'truck', ...counts]) expect(texts).toContain(word);
});

test('a formula is saved with its signs and its numbers, and nothing of it twice', async ({ page }) => {
  test.slow();
  await open(page, '/modes/deep-dive/?epoch=1');
  const figure = page.locator('figure[aria-label^="Cross-entropy:"]');
  const value = figure.locator('li > button .number').first();
  await expect(value).toHaveText(/\d/, { timeout: 60_000 });
  const [, bytes] = await saved(page, 'SVG', figure);
  const text = bytes.toString();
  expect(text).toContain((await value.textContent()) ?? '?');
  // The formula's source, which stands beside it for readers of screens, is no part of the drawing.
  expect(text).not.toContain('\\log');
  const { width = 0 } = await sharp(bytes).metadata();
  expect(width).toBeLessThan(2000);
});

test('the inspector’s drawings are saved with what is chosen, and a whole path with its values', async ({
  page,
}) => {
  await open(page, '/trace/?stage=conv2&way=conv2.1.4.55');
  const drawn = page.getByRole('figure', { name: 'The inputs of a value of conv2, drawn' });
  const chosen = drawn.getByRole('combobox');
  const words = await chosen.evaluate((select: HTMLSelectElement) => select.selectedOptions[0].text);
  expect(words).toMatch(/^map \d+: contributes/);
  const [, bytes] = await saved(page, 'SVG', drawn);
  expect(bytes.toString()).toContain(`>${words}<`);
  await page.getByRole('button', { name: 'To the pixels' }).click();
  const whole = page.getByRole('figure', { name: /^The whole path/ });
  await expect(whole).toBeVisible({ timeout: 30_000 });
  const values = await whole.locator('li b').allTextContents();
  const [name, path] = await saved(page, 'SVG', whole);
  expect(name).toMatch(/^the-whole-path/);
  expect(values.length).toBeGreaterThan(3);
  for (const value of values) expect(path.toString()).toContain(`>${value}<`);
});
