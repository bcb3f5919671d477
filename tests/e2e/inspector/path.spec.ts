import type { Page } from '@playwright/test';
import { inspectorOf, numberIn } from '../support/inspector';
import { expect, onBothVisits, open, test } from '../support/site';

const featureMap = (page: Page) => page.getByRole('application', { name: /^Feature map/ });

onBothVisits(() => {
  test('from a probability to a pixel by clicks, back, and by a link @phone', async ({ page }) => {
    await open(page, '/trace/?picture=cat-1&stage=output');
    await page.getByRole('button', { name: /^Explain this value/ }).click();
    const { inspector, head, path, term } = inspectorOf(page);
    await expect(head).toHaveText(/^output, /);
    // To the values that contributed most, one after the other; a click on a term leads to what it reads.
    for (const stage of ['dense', 'flatten', 'pool2', 'conv2', 'pool1', 'conv1', 'normalize', 'input']) {
      await term.first().click();
      await expect(head).toHaveText(new RegExp(`^${stage}, `));
    }
    await expect(path).toHaveCount(9);
    await expect(path.first()).toContainText('P(cat)');
    await expect(path.last()).toContainText(/pixel \(\d+, \d+\) (red|green|blue)/);
    await expect(inspector.getByRole('button', { name: 'To the pixels' })).toBeHidden();
    const pixel = await head.textContent();
    const link = page.url();

    await path.filter({ hasText: 'dense' }).first().getByRole('button').click();
    await expect(path).toHaveCount(2);
    await inspector.getByRole('button', { name: 'To the pixels' }).click();
    await expect(path).toHaveCount(9);
    await expect(head).toHaveText(/^input, /);

    await open(page, link);
    await expect(head).toHaveText(pixel ?? '');
    await expect(path).toHaveCount(9);
    // One pixel is marked so that it is seen, also on the whole image.
    const thumb = inspector.getByRole('figure', { name: 'The inputs of a value of input, drawn' });
    const whole = await thumb.locator('canvas').first().boundingBox();
    const mark = await thumb.locator('rect').first().boundingBox();
    expect(mark?.width).toBeGreaterThanOrEqual((whole?.width ?? Number.POSITIVE_INFINITY) / 9);
  });
});

test('a click on a cell of a map explains it, and another starts a new path beside the page @phone', async ({
  page,
}, { project }) => {
  await open(page, '/stages/conv1/?picture=frog-1');
  const { inspector, head, path, term } = inspectorOf(page);
  await featureMap(page).click({ position: { x: 41, y: 33 } });
  await expect(head).toHaveText(/^conv1, row \d+, column \d+, map \d+$/);
  const [, row, column] = /row (\d+), column (\d+)/.exec((await head.textContent()) ?? '') ?? [];
  await expect(page).toHaveURL(new RegExp(`cell=${row},${column},`));
  await term.first().click();
  await expect(path).toHaveCount(2);
  if (project.name === 'phone') return;
  // The page is still usable: its map is not covered and takes another click.
  await featureMap(page).click({ position: { x: 90, y: 70 } });
  await expect(path).toHaveCount(1);
  await expect(head).not.toHaveText(new RegExp(`row ${row}, column ${column},`));
  await inspector.getByRole('button', { name: 'Close' }).click();
  await expect(inspector).toBeHidden();
  await expect(featureMap(page)).toBeFocused();
});

test('Enter on a map explains its cell, Escape returns to it, and arrow keys only move', async ({ page }) => {
  await open(page, '/trace/?picture=cat-1&stage=pool1');
  const { inspector, head } = inspectorOf(page);
  const map = page.getByRole('application', { name: /^Map/ });
  await map.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await expect(inspector).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(head).toHaveText(/^pool1, row 0, column 1, map \d+$/);
  await expect(head).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(inspector).toBeHidden();
  await expect(map).toBeFocused();
  await expect(page).not.toHaveURL(/way=/);
});

test('the whole path by keyboard, and the page is where it was', async ({ page }) => {
  await open(page, '/stages/dense/?picture=frog-1');
  const opener = page.getByRole('button', { name: /^Explain this value/ }).last();
  await expect(opener).toBeEnabled();
  await opener.focus();
  await page.keyboard.press('Enter');
  const { inspector, head } = inspectorOf(page);
  await expect(head).toBeFocused();
  const toPixels = inspector.getByRole('button', { name: 'To the pixels' });
  for (let tabs = 0; tabs < 40 && !(await toPixels.evaluate((one) => one === document.activeElement)); tabs++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(head).toHaveText(/^input, /);
  await expect(head).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(inspector).toBeHidden();
  await expect(opener).toBeFocused();
  await expect(page).not.toHaveURL(/way=/);
});

test('the path to the pixels plays step by step, and a key stops it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open(page, '/trace/?picture=cat-1&stage=output&way=output.3');
  const { inspector, head, path } = inspectorOf(page);
  await inspector.getByRole('button', { name: 'To the pixels' }).click();
  await expect(inspector.getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect(head).toHaveText(/^dense, /);
  await page.keyboard.press('Shift');
  await expect(inspector.getByRole('button', { name: 'To the pixels' })).toBeVisible();
  const halted = await path.count();
  expect(halted).toBeLessThan(9);
  await inspector.getByRole('button', { name: 'To the pixels' }).click();
  await expect(head).toHaveText(/^input, /);
  await expect(path).toHaveCount(9);
});

test('a link to a value that this network does not have is reported, and leads to the nearest that exists', async ({
  page,
}) => {
  const { inspector, head, path } = inspectorOf(page);
  await open(page, '/trace/?way=dense.5000');
  await expect(inspector.getByRole('alert')).toContainText('there is nothing at index 5000');
  await expect(head).toHaveText('dense, unit 127');
  await open(page, '/trace/?way=output.3*dense.17*flatten.99999*pool2.1.1.1');
  await expect(inspector.getByRole('alert')).toContainText('there is nothing at index 99999');
  await expect(head).toHaveText('dense, unit 17');
  await expect(path).toHaveCount(2);
  await open(page, '/trace/?picture=cat-1&way=conv9.1.2.3');
  await expect(inspector.getByRole('alert')).toContainText('no stage called “conv9”');
  await expect(head).toHaveText('output, cat');
});

test('a second click on a thumbnail explains the value under it, Enter the largest of a map', async ({
  page,
}) => {
  await open(page, '/stages/conv1/?picture=cat-1');
  const { head } = inspectorOf(page);
  const thumbnail = page.getByRole('radio', { name: /^map 5\b/ });
  await thumbnail.click();
  await expect(head).toBeHidden();
  await thumbnail.click();
  await expect(head).toHaveText(/^conv1, row \d+, column \d+, map 5$/);
  await page.keyboard.press('Escape');
  const largest = (await thumbnail.locator('..').getAttribute('title'))?.replace(/.* /, '') ?? '';
  await thumbnail.press('Enter');
  await expect(head).toBeVisible();
  const sentence = page.getByRole('dialog').locator('p', { hasText: /^conv1, row .* is / });
  const shown = await sentence.textContent();
  expect(numberIn(shown?.replace(/.* is/, '=') ?? '')).toBeCloseTo(Number(largest), 3);
});
