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

test('one filter of a figure is saved alone, and so is a lesson’s line of what comes in and goes out', async ({
  page,
}) => {
  await open(page, '/stages/conv1/?channel=13&cell=9,39,13');
  const figure = page.getByRole('figure', { name: /its 32 feature maps/ });
  await expect(figure.getByText('max(0,')).toBeVisible();
  await figure.getByText('or as an image').click();
  const button = figure.getByRole('button', { name: /^Save “Filter 13/ });
  await expect(button).toHaveCount(2);
  const [download] = await Promise.all([page.waitForEvent('download'), button.first().click()]);
  expect(download.suggestedFilename()).toBe('filter-13-cat-4-epoch-10.svg');
  const text = (await readFile(await download.path())).toString();
  // The filter's three slices, without the image and the map beside it.
  expect(text.match(/<image /g)).toHaveLength(3);
  // Another filter, another name.
  await page.getByRole('application', { name: /^Feature map/ }).press('PageDown');
  await expect(figure.getByRole('button', { name: /^Save “Filter 13/ })).toHaveCount(0);
  await expect(figure.getByRole('button', { name: /^Save “Filter \d+/ })).toHaveCount(2);

  const line = page.getByRole('figure', { name: /^conv1, what comes in/ });
  await line.getByText('Save as an image').click();
  const [name, bytes] = await saved(page, 'SVG', line);
  expect(name).toBe('conv1-what-comes-in-and-what-goes-out-cat-4-epoch-10.svg');
  expect(bytes.toString()).toContain('62 × 62 × 32');
});

test('the changed image, a pad and the network in space are saved as they stand', async ({ page }) => {
  await open(page, '/what-if/');
  const board = page.getByRole('figure', { name: 'The changed image', exact: true });
  await expect.poll(() => page.getByText(/^The network predicts/).count()).toBeGreaterThan(0);
  const [, image] = await saved(page, 'PNG', board);
  expect((await sharp(image).stats()).entropy).toBeGreaterThan(1);

  await open(page, '/?network=digits');
  const pad = page.getByRole('figure', { name: 'Draw a digit' });
  const at = await pad.getByRole('application').boundingBox();
  if (!at) throw new Error('no pad');
  await page.mouse.move(at.x + 80, at.y + 80);
  await page.mouse.down();
  await page.mouse.move(at.x + 180, at.y + 160, { steps: 8 });
  await page.mouse.up();
  const [file, drawing] = await saved(page, 'SVG', pad);
  expect(file).toMatch(/^draw-a-digit/);
  // The pad, and what the network sees of it.
  expect(drawing.toString().match(/<image /g)).toHaveLength(2);

  await open(page, '/space/');
  const space = page.getByRole('figure', { name: 'The network in space' });
  await expect(space.locator('[data-board="conv1"]')).toBeVisible();
  const [, view] = await saved(page, 'PNG', space);
  // The planes are a graphics card's, whose pixels are gone after each frame.
  expect((await sharp(view).stats()).entropy).toBeGreaterThan(2);
});

test('what the film shows is saved as a drawing of its own', async ({ page }) => {
  await open(page, '/film/?picture=cat-1&t=20');
  const film = page.getByRole('region', { name: 'The film' });
  const drawing = film.getByRole('img').first();
  const [name = ''] = ((await drawing.getAttribute('aria-label')) ?? '').toLowerCase().split(/[^a-z0-9]/);
  await film.getByText('Save as a video or an image', { exact: true }).click();
  const [file, png] = await saved(page, 'PNG', film);
  expect(file).toMatch(new RegExp(`^${name}.*\\.png$`));
  const { width = 0, height = 0 } = await sharp(png).metadata();
  const box = await drawing.boundingBox();
  // With its margin of 16 pixels, at twice the size.
  expect(Math.abs(width - 2 * ((box?.width ?? 0) + 32))).toBeLessThanOrEqual(2);
  expect(Math.abs(height - 2 * ((box?.height ?? 0) + 32))).toBeLessThanOrEqual(2);
  expect((await sharp(png).stats()).entropy).toBeGreaterThan(1);
});
