import type { Page } from '@playwright/test';
import { expectNoViolations } from './support/axe';
import { expect, onBothVisits, open, test } from './support/site';

const board = (page: Page) => page.getByRole('application', { name: /^The image/ });
const changesOf = (page: Page) => page.getByText(/^(Nothing is changed|\d+ changes?, the last)/);
const answers = (page: Page) => page.getByRole('table', { name: /^The predictions/ });
/** The account of a change: the answers, where it came from, and what it changed in between. */
const account = (page: Page) => page.getByRole('region', { name: 'What carried the change' });

/** The pixels of a stage's canvas. */
const shown = (page: Page, stage: string) =>
  page
    .getByRole('list', { name: 'All stages of the changed image' })
    .getByRole('button', { name: new RegExp(`^${stage}:`) })
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

async function begin(page: Page) {
  await open(page, '/what-if/?picture=cat-1');
  await expect(answers(page)).toContainText('%');
}

onBothVisits(() => {
  test('painting changes every stage and the prediction, and undoing restores them to the bit @phone', async ({
    page,
  }) => {
    await begin(page);
    const before = { conv2: await shown(page, 'conv2'), account: await account(page).textContent() };
    await board(page).scrollIntoViewIfNeeded();
    const box = await board(page).boundingBox();
    if (!box) throw new Error('no image');
    await page.mouse.move(box.x + 30, box.y + 30);
    await page.mouse.down();
    for (let step = 1; step <= 10; step++)
      await page.mouse.move(box.x + 30 + 15 * step, box.y + 30 + 15 * step);
    await page.mouse.up();
    await expect(changesOf(page)).toHaveText(/^1 change, the last: painted/);
    await expect.poll(() => shown(page, 'conv2')).not.toBe(before.conv2);
    await expect(account(page)).not.toHaveText(before.account ?? '');
    // The answer comes first, in a sentence and two bars.
    const outcome = page.getByRole('region', { name: 'How the prediction changed' });
    await expect(outcome).toContainText(/^Still|^Now .* instead of/);
    await expect(outcome.getByRole('listitem')).toHaveCount(2);
    for (const bar of await outcome.getByRole('listitem').all()) await expect(bar).toContainText('%');
    await page.keyboard.press('Control+z');
    await expect(changesOf(page)).toHaveText('Nothing is changed.');
    await expect.poll(() => shown(page, 'conv2')).toBe(before.conv2);
    await expect(account(page)).toHaveText(before.account ?? '');
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => shown(page, 'conv2')).not.toBe(before.conv2);
  });
});

test('on a phone most of the image to paint on is in sight at once, and the answer while it is painted on @phone-only', async ({
  page,
}) => {
  await begin(page);
  const window = page.viewportSize()?.height ?? 0;
  const image = await board(page).boundingBox();
  if (!image) throw new Error('no image');
  expect(image.y + image.height / 2).toBeLessThan(window);
  await page.evaluate((by) => scrollBy({ top: by, behavior: 'instant' }), image.y - window / 2);
  const answer = page.getByText(/^The network predicts cat with/);
  await expect(answer).toBeInViewport({ ratio: 1 });
  await expect(board(page)).toBeInViewport({ ratio: 1 });
});

test('by keyboard: a brush, a filter, a switched-off channel; the inspector explains the result', async ({
  page,
}) => {
  await begin(page);
  await board(page).focus();
  for (const key of ['ArrowUp', 'ArrowLeft', ' ']) await page.keyboard.press(key);
  await expect(changesOf(page)).toHaveText(/painted/);
  await page.getByRole('radio', { name: 'the network' }).focus();
  await page.keyboard.press('Space');
  const before = await shown(page, 'conv1');
  await page.getByRole('button', { name: 'vertical edge' }).press('Enter');
  await expect(changesOf(page)).toHaveText(/filter 0 is “vertical edge”/);
  await page.getByRole('button', { name: 'Switch filter 0 off' }).press('Enter');
  await expect(changesOf(page)).toHaveText(/^3 changes, the last: conv1, 0 is switched off/);
  await page.getByRole('spinbutton', { name: 'filter' }).fill('1');
  await page.getByRole('textbox', { name: /^conv1, filter 1/ }).fill('x');
  await expect(page.getByText('A number from')).toBeVisible();
  await page.getByRole('textbox', { name: /^conv1, filter 1/ }).fill('3');
  await page.keyboard.press('Enter');
  await expect(changesOf(page)).toHaveText(/^4 changes, the last: conv1, weight \[0, 0, 0, 1\] is 3/);
  await expect.poll(() => shown(page, 'conv1')).not.toBe(before);
  await page.getByRole('button', { name: /^conv1: explain/ }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('heading', { level: 2 })).toHaveText(/^conv1, /);
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveCount(0);
});

test('leaving the page restores the image and the network', async ({ page }) => {
  await begin(page);
  const strip = page.getByRole('navigation', { name: /stages/i }).first();
  await page.getByRole('radio', { name: 'the network' }).check({ force: true });
  await page.getByRole('button', { name: 'Take the ReLU of conv1 away' }).press('Enter');
  await expect(changesOf(page)).toHaveText(/ReLU of conv1/);
  await expect(strip).toBeVisible();
  await page.getByRole('link', { name: 'Trace', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Prediction trace');
  await page
    .getByRole('button', { name: /^\d conv1|conv1/ })
    .first()
    .click();
  await expect(page.getByText(/32 kernels 3 × 3, ReLU/).first()).toBeVisible();
});

test('a cover slides over the image and shows where the prediction depends on it', async ({ page }) => {
  await begin(page);
  await page.getByRole('radio', { name: 'a cover that slides' }).check({ force: true });
  await page.getByRole('button', { name: 'Slide it over the image' }).click();
  await expect(page.getByText(/^What is left of “cat”/)).toBeVisible({ timeout: 60_000 });
  const map = page.getByRole('application', { name: /^The probability with the cover/ });
  await map.focus();
  await page.keyboard.press('Enter');
  await expect(changesOf(page)).toHaveText(/12 × 12 pixels covered at row 0, column 0/);
  await expectNoViolations(page);
});

test('a gallery of failures: the image changed, a photograph, and how often each is right', async ({
  page,
}) => {
  await begin(page);
  const failures = page.getByRole('region', { name: 'Where it fails' });
  await failures.scrollIntoViewIfNeeded();
  const tile = (name: string) =>
    failures.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
  for (const name of ['Unchanged', 'Moved by 8 pixels', 'Turned by 90°', 'Inverted', 'A photograph: cat'])
    await expect(tile(name)).toContainText(/(Right|Wrong): .+, .*%/);
  await expect(tile('Unchanged')).toContainText('Right: cat');
  await failures.getByRole('button', { name: 'Try it on the test images' }).press('Enter');
  const share = async (name: string) =>
    Number(/(\d+) of 200 right/.exec((await tile(name).textContent()) ?? '')?.[1]);
  await expect(tile('A photograph')).toContainText(/of 8 right/, { timeout: 60_000 });
  // A network that never saw an image on its side is less often right about one.
  expect(await share('Turned by 90°')).toBeLessThan(await share('Unchanged'));
});
