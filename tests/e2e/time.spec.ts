import type { Page } from '@playwright/test';
import { unfoldEpochs } from './support/epochs';
import { expect, onBothVisits, open, test } from './support/site';

const slider = (page: Page) => page.getByRole('slider', { name: /^Epochs of/ });
/** The sentence of the open layer: the two most probable classes. */
const answers = (page: Page) => page.getByText(/^Top prediction/).textContent();

onBothVisits(() => {
  test('an earlier epoch changes the prediction, and a link shows the same @phone', async ({ page }) => {
    await open(page, '/trace/?picture=cat-1&stage=output');
    await unfoldEpochs(page);
    await expect(slider(page)).toBeVisible();
    await expect.poll(() => answers(page)).toMatch(/%.*%/);
    const now = await answers(page);
    await slider(page).press('Home');
    await expect(page.getByText('Epoch 0 of 10')).toBeVisible();
    await expect(page).toHaveURL(/epoch=0/);
    await expect.poll(() => answers(page)).not.toBe(now);
    const untrained = await answers(page);
    await open(page, page.url());
    await expect(page.getByText('Epoch 0 of 10')).toBeVisible();
    await expect.poll(() => answers(page)).toBe(untrained);
    await page.getByRole('button', { name: 'Back to now' }).click();
    await expect.poll(() => answers(page)).toBe(now);
  });
});

test('an epoch is pinned and compared with another, and a link shows the same @phone-check', async ({
  page,
}) => {
  await open(page, '/trace/?picture=cat-1&stage=conv1&epoch=8');
  await expect(page.getByText('Epoch 8 of 10')).toBeVisible();
  await page.getByRole('button', { name: 'Compare with epoch 8' }).click();
  await slider(page).press('Home');
  const compared = page.getByRole('region', { name: 'conv1: two epochs compared' });
  const sentence = compared.getByRole('status').filter({ hasText: /./ });
  await expect(compared).toContainText('Epoch 8 is compared with epoch 0');
  await expect(sentence).toContainText(
    /From epoch 8 to epoch 0 a value of conv1 changed by [\d.]+ on average/,
  );
  await expect(compared.getByText('All 32 maps of conv1: Epoch 8, pinned')).toBeVisible();
  await compared.getByText('as a difference').click();
  await expect(compared.getByText('All 32 maps of conv1: epoch 0 minus epoch 8')).toBeVisible();
  await expect(page).toHaveURL(/epoch=0&held=8&compare=difference/);
  const text = await sentence.textContent();
  await open(page, page.url());
  await expect(sentence).toHaveText(text ?? '');
  await page.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(compared).toBeHidden();
  await expect(page).not.toHaveURL(/held|compare/);
});

test('the strip of the home page shows the pinned epoch under the present one', async ({ page }) => {
  await open(page, '/?picture=cat-1&held=0');
  const pinned = page.getByRole('list', { name: 'Probabilities at epoch 0, pinned' });
  await expect(pinned).toContainText('%');
  const present = page.getByRole('list', { name: 'Probabilities', exact: true });
  expect(await pinned.textContent()).not.toBe(await present.textContent());
});

test('an epoch that was not recorded is reported, also one to be pinned', async ({ page }) => {
  await open(page, '/trace/?epoch=99&held=98');
  await expect(page.getByText(/Epoch 99 was not recorded in this run/)).toBeVisible();
  await expect(page.getByText(/Epoch 98 was not recorded in this run, so it can’t be pinned/)).toBeVisible();
  await expect(page).not.toHaveURL(/epoch=|held=/);
});

test('a run resumes after the page was closed in the middle of it', async ({ page, context }) => {
  test.setTimeout(240_000);
  await open(page, '/train/');
  await page.getByRole('textbox', { name: 'Epochs' }).fill('2');
  await page.getByRole('textbox', { name: 'Seed' }).fill('1');
  await page.getByRole('textbox', { name: 'Batch size' }).fill('100');
  await page.getByText('More settings').click();
  await page.getByRole('textbox', { name: 'Training images' }).fill('400');
  await page.getByRole('button', { name: 'Start training' }).click();
  const run = page.getByRole('region', { name: 'Run', exact: true });
  await expect(run).toContainText('Epoch 2 of 2', { timeout: 120_000 });
  await page.close();
  const next = await context.newPage();
  await open(next, '/train/');
  const again = next.getByRole('region', { name: 'Run', exact: true });
  await expect(again).toContainText('your network: seed 1, 4 steps trained');
  await next.getByRole('button', { name: 'Resume' }).click();
  await expect(again).toContainText('Finished', { timeout: 120_000 });
  await expect(again).toContainText('your network: seed 1, 8 steps trained');
  await slider(next).press('Home');
  await expect(next.getByText('Epoch 0 of 2')).toBeVisible();
  await expect(next.getByText('Accuracy: training 9.0%')).toBeVisible();
});

onBothVisits(() => {
  test('the images behind a mistake can be viewed', async ({ page }) => {
    await open(page, '/epochs/');
    const cell = page.getByRole('button', { name: /predicted as/ }).first();
    const name = (await cell.getAttribute('aria-label')) ?? '';
    await cell.click();
    await expect(page.getByRole('heading', { level: 3, name })).toBeVisible();
    await expect(page.getByRole('img', { name: /^An image of class/ })).toHaveCount(
      Math.min(40, Number.parseInt(name, 10)),
      { timeout: 60_000 },
    );
  });
});

const compare = (page: Page) => page.getByRole('button', { name: /^Compare with epoch/ });

test('no page offers an epoch to compare with before training was taught or an epoch chosen @phone-check', async ({
  page,
}) => {
  for (const path of [
    '/stages/conv1/',
    '/trace/',
    '/what-if/',
    '/see/',
    '/backward/',
    '/space/',
    '/insight/',
    '/modes/why/',
  ]) {
    await open(page, path);
    await unfoldEpochs(page);
    await expect(slider(page)).toBeVisible();
    await expect(compare(page), path).toBeHidden();
  }
  await slider(page).press('Home');
  await expect(compare(page)).toBeVisible();
  await slider(page).press('End');
  await expect(compare(page)).toBeVisible();
});

test('after the page on training every page offers an epoch to compare with @phone', async ({ page }) => {
  await open(page, '/train/');
  await open(page, '/what-if/');
  await unfoldEpochs(page);
  await expect(compare(page)).toBeVisible();
});

test('chart, bar and compared epoch are one cursor, also from an address @phone', async ({
  page,
  isMobile,
}) => {
  await open(page, '/epochs/?epoch=6&held=3');
  const loss = page.getByRole('slider', { name: /^Loss/ });
  await expect(loss).toHaveValue('6');
  await expect(page.getByRole('button', { name: 'Stop comparing' })).toBeVisible();
  await loss.press('ArrowLeft');
  await expect(page).toHaveURL(/epoch=5&held=3/);
  await expect(page.getByText('Epoch 5 of 10')).toBeVisible();
  await slider(page).press('Home');
  await expect(loss).toHaveValue('0');
  await open(page, '/epochs/');
  await expect(loss).toHaveValue('10');
  if (isMobile) await page.getByRole('button', { name: 'Epoch: now' }).click();
  await page.getByRole('button', { name: 'Compare with epoch 10' }).click();
  await expect(page).toHaveURL(/held=10/);
  // With the chart at an epoch, that one is what is compared with.
  await open(page, '/epochs/?epoch=3');
  await page.getByRole('button', { name: 'Compare with epoch 3' }).click();
  await expect(page).toHaveURL(/held=3/);
  await expect(loss).toHaveValue('3');
  await open(page, '/epochs/?held=3');
  await expect(loss).toHaveValue('10');
});

test('the filters that changed most are named for every convolution @phone', async ({ page }) => {
  await open(page, '/epochs/?epoch=4');
  for (const layer of ['conv1', 'conv2'])
    for (const epoch of [3, 0]) {
      const ranking = page.getByRole('list', {
        name: `Filters of ${layer} that changed most since epoch ${epoch}`,
      });
      await expect(ranking.getByRole('listitem')).toHaveCount(5);
      await expect(ranking.getByRole('listitem').first()).toContainText(/filter \d+[\d.]+%/);
    }
});

test('a value of the pinned epoch is explained with that epoch’s numbers, and a link shows the same', async ({
  page,
}) => {
  await open(page, '/trace/?picture=cat-1&stage=output&held=2');
  const pinned = page.getByRole('list', { name: 'Probabilities: Epoch 2, pinned' });
  await expect(pinned).toContainText('%');
  const share = await pinned
    .getByRole('listitem')
    .filter({ hasText: 'cat' })
    .locator('.number')
    .textContent();
  await pinned.getByRole('button', { name: 'cat' }).click();
  const inspector = page.getByRole('dialog');
  const text = inspector.locator('p', { hasText: 'output, cat is' });
  await expect(inspector).toContainText('As it was in epoch 2, which is pinned.');
  await expect(text).toContainText(share ?? 'no share');
  await expect(page).toHaveURL(/way=output\.3&of=held/);
  await open(page, page.url());
  await expect(text).toContainText(share ?? 'no share');
});
