import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { REFERENCE } from '@/lib/course/reference';
import { must } from '@/lib/result';
import { readRunFile, writeRunFile } from '@/lib/run/run-file';
import { unfoldEpochs } from './support/epochs';
import { expect, onBothVisits, open, test } from './support/site';

const files = (page: Page) => page.getByRole('region', { name: 'Runs as files' });

/** Saves the run that is shown, and returns the path of the file. */
async function save(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    files(page).getByRole('button', { name: 'Save this run as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(name);
  return download.path();
}

onBothVisits(() => {
  test('a run is saved, opened, compared and closed again; a file that is not a run is refused @phone-check', async ({
    page,
  }) => {
    await open(page, '/epochs/');
    await expect(page.getByText('The run that comes with this site, measured')).toBeVisible();
    const run = await save(page, 'run-adam-seed-1-epoch-10.safetensors');
    const input = page.getByLabel('Run file');
    await input.setInputFiles(run);
    await expect(files(page)).toContainText('is open.', { timeout: 30_000 });
    await unfoldEpochs(page);
    await expect(page.getByRole('slider', { name: 'Epochs of the opened run' })).toBeVisible();
    const figures = page.getByRole('region', { name: 'Runs in figures' });
    await expect(figures.getByRole('columnheader')).toHaveCount(2);
    await expect(figures).toContainText('All of them have the same settings.');
    await page.getByRole('slider', { name: 'Epochs of the opened run' }).press('Home');
    await expect(page.getByText('Epoch 0 of 10')).toBeVisible();
    await input.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no run') });
    await expect(files(page).getByRole('alert')).toHaveText(/^“notes.txt”: .+/);
    await expect(figures.getByRole('columnheader')).toHaveCount(2);
    await files(page)
      .getByRole('button', { name: /^Close/ })
      .click();
    await expect(figures).toBeHidden();
    await expect(page.getByRole('slider', { name: 'Epochs of the run of this site' })).toBeVisible();
  });
});

test('a run of another network is opened with the network that it belongs to', async ({ page }) => {
  await open(page, '/epochs/?network=digits');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    files(page).getByRole('button', { name: 'Save this run as a file' }).click(),
  ]);
  const run = await download.path();
  await open(page, '/epochs/');
  await page.getByLabel('Run file').setInputFiles(run);
  await expect(files(page)).toContainText('holds a run of another network, “digits”.', { timeout: 30_000 });
  await files(page).getByRole('button', { name: 'Show “digits” with this run' }).click();
  await expect(page.getByRole('slider', { name: 'Epochs of the opened run' })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page).toHaveURL(/network=digits/);
});

test('a run whose weights are finite and absurd opens with a sentence on what it computes', async ({
  page,
}) => {
  await open(page, '/epochs/');
  await expect(page.getByText('The run that comes with this site, measured')).toBeVisible();
  const run = await save(page, 'run-adam-seed-1-epoch-10.safetensors');
  const absurd = must(readRunFile(await readFile(run), REFERENCE));
  absurd.epochs.get(10)?.tensors.get('conv1/kernel')?.values.fill(3e38);
  const buffer = Buffer.from(must(writeRunFile(absurd)));
  await page
    .getByLabel('Run file')
    .setInputFiles({ name: 'absurd.safetensors', mimeType: 'application/octet-stream', buffer });
  await expect(files(page).getByRole('alert')).toHaveText(
    /^“absurd.safetensors” is open, but epoch 10 computes nothing usable: .+ “conv1” /,
  );
  const slider = page.getByRole('slider', { name: 'Epochs of the opened run' });
  // The last place is the network as it is now; the one before it is the run's last epoch.
  await slider.press('End');
  await slider.press('ArrowLeft');
  await expect(page.getByText('Epoch 10 of 10')).toBeVisible();
  const trouble = page.getByRole('status').filter({ hasText: 'Nothing usable is computed here' });
  await expect(trouble).toContainText('“conv1”');
  await slider.press('Home');
  await expect(trouble).toBeHidden();
});

test('a run saved half way becomes one’s own in another browser, and is trained to its end @first-visit @thorough', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await open(page, '/train/');
  await page.getByRole('textbox', { name: 'Epochs' }).fill('2');
  await page.getByRole('textbox', { name: 'Seed' }).fill('1');
  await page.getByRole('textbox', { name: 'Batch size' }).fill('100');
  await page.getByText('More settings').click();
  await page.getByRole('textbox', { name: 'Training images' }).fill('300');
  await page.getByRole('button', { name: 'One epoch' }).click();
  const bench = page.getByRole('region', { name: 'Run', exact: true });
  await expect(bench).toContainText('Paused', { timeout: 120_000 });
  await page.getByRole('link', { name: 'Epochs', exact: true }).click();
  await expect(page.getByText('Your own run, measured: 1 of 2 epochs so far')).toBeVisible();
  const run = await save(page, 'run-adam-seed-1-epoch-1.safetensors');
  const other = await (await browser.newContext()).newPage();
  await open(other, '/epochs/');
  await other.getByLabel('Run file').setInputFiles(run);
  await files(other).getByRole('button', { name: 'Make it my run' }).click({ timeout: 30_000 });
  await expect(files(other)).toContainText('This is your run now.');
  await expect(other.getByText('Your own run, measured: 1 of 2 epochs so far')).toBeVisible();
  await other.getByRole('link', { name: 'Train', exact: true }).click();
  const there = other.getByRole('region', { name: 'Run', exact: true });
  await expect(there).toContainText('your network: seed 1, 3 steps trained');
  await other.getByRole('button', { name: 'Resume' }).click();
  await expect(there).toContainText('your network: seed 1, 6 steps trained', { timeout: 120_000 });
  await other.context().close();
});

test('three sets are told apart: in the table of epochs, its charts, and those of a live run @phone', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await open(page, '/epochs/');
  const table = page.getByRole('table', { name: /^Every epoch of both runs/ });
  for (const name of ['Training', 'Validation', 'Test'])
    await expect(table.getByRole('columnheader', { name, exact: true })).toHaveCount(1);
  const last = table.getByRole('row').last();
  for (const name of ['Training', 'Validation', 'Test'])
    await expect(last.locator(`[data-of="${name}"]`)).toHaveText(/^loss [\d.]+accuracy [\d.]+%$/);
  const reads = /training [\d.]+%, validation [\d.]+%, test [\d.]+%/;
  await expect(page.getByText(reads).first()).toBeVisible();
  const wide = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await wide()).toBeLessThanOrEqual(0);

  await open(page, '/train/');
  await page.getByRole('textbox', { name: 'Epochs' }).fill('1');
  await page.getByText('More settings').click();
  await page.getByRole('textbox', { name: 'Training images' }).fill('100');
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(page.getByRole('region', { name: 'Run', exact: true })).toContainText('Finished', {
    timeout: 120_000,
  });
  await page.getByText('The numbers as a table').click();
  const numbers = page.getByRole('table').filter({ hasText: 'Test accuracy' });
  await expect(numbers.getByRole('row').last()).toContainText(/^1([\d.]+)%?/);
  await expect(numbers.getByRole('row').last().getByRole('cell')).toHaveCount(7);
  await expect(page.getByText(/Validation and test images: measured at its end/)).toBeVisible();
  expect(await wide()).toBeLessThanOrEqual(0);
});
