import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { readSafetensors } from '@/lib/checkpoint/safetensors';
import { must } from '@/lib/result';
import { asFolders, asZip, smallSet } from '../../unit/data/sets/support/forms';
import { expect, open, test } from '../support/site';

const EPOCH = { timeout: 60_000 };

async function oneEpoch(page: Page, epoch: number) {
  await open(page, `/train/${new URL(page.url()).search}`);
  await page.getByRole('button', { name: 'One epoch' }).click();
  await expect(page.getByText(new RegExp(`^Paused\\. Epoch ${epoch} of`))).toBeAttached(EPOCH);
}

/** Saves the present network, its run and its data set; returns the path of the file. */
async function saved(page: Page): Promise<string> {
  await open(page, `/take-home/${new URL(page.url()).search}`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as one file' }).click();
  return (await download).path();
}

/** The weights and the optimizer's state of a saved run, to the bit. */
function bitsOf(file: string): string {
  const run = unzipSync(new Uint8Array(readFileSync(file)))['run.safetensors'];
  const { tensors } = must(readSafetensors(new Uint8Array(run), 1 << 26));
  return [...tensors]
    .filter(([name]) => /^(exact|optimizer)\//.test(name))
    .map(
      ([name, { values }]) =>
        `${name} ${Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64')}`,
    )
    .sort()
    .join('\n');
}

/** Reads a data set of noise from an archive, keeps it, and goes to a network that is made for it. */
async function networkForNoise(page: Page, zip: string): Promise<void> {
  writeFileSync(zip, asZip(await asFolders(smallSet(60, [12, 12, 3], ['cat', 'dog', 'frog']))));
  await open(page, '/data/');
  await page.getByLabel('Files of a data set').setInputFiles(zip);
  await page.getByRole('button', { name: 'Read the images' }).click();
  await page.getByRole('button', { name: 'Keep in this browser' }).click();
  const offer = page.getByRole('region', { name: 'Train a network on a data set' });
  await offer.getByRole('button', { name: 'Train this network' }).click();
  await expect(page).toHaveURL(/\/train\/\?network=net-/);
  await expect(
    page.getByText(/42 images of 3 classes from a data set that this browser stores/),
  ).toBeVisible();
}

test('a network, its run and its data set go on in another browser to the bit @first-visit', async ({
  page,
  browser,
  baseURL,
}, info) => {
  await networkForNoise(page, info.outputPath('animals.zip'));
  await oneEpoch(page, 1);
  const file = await saved(page);
  await oneEpoch(page, 2);
  const here = bitsOf(await saved(page));

  const elsewhere = await browser.newContext({ baseURL, serviceWorkers: 'block' });
  const other = await elsewhere.newPage();
  await open(other, '/take-home/');
  const input = other.getByLabel('A file with a network, its run and its data set');
  await input.setInputFiles({
    name: 'notes.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('no zip'),
  });
  await expect(other.getByRole('status').filter({ hasText: /archive|damaged/ })).toBeVisible();
  await input.setInputFiles({ name: 'whole.zip', mimeType: 'application/zip', buffer: readFileSync(file) });
  await expect(other.getByText(/is open, with its run and its data set\.$/)).toBeVisible(EPOCH);
  await oneEpoch(other, 2);
  expect(here.length).toBeGreaterThan(1000);
  expect(bitsOf(await saved(other))).toBe(here);
  await elsewhere.close();
});

/** What the page says of a run that stopped early: the epoch whose weights were kept, among the rest. */
const stoppedEarly = (page: Page) =>
  page.getByText(/^Stopped early: the validation loss had not fallen for 2 epochs/);

test('a run that stopped early is over in another browser too, with the weights of its best epoch @first-visit', async ({
  page,
  browser,
  baseURL,
}, info) => {
  await networkForNoise(page, info.outputPath('animals.zip'));
  // Noise can only be memorized: the validation loss rises after a few epochs.
  await page.getByText('More settings').click();
  await page.getByLabel('Early stopping').fill('2');
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(stoppedEarly(page)).toBeVisible(EPOCH);
  const here = (await stoppedEarly(page).textContent()) ?? '';
  const file = await saved(page);

  const elsewhere = await browser.newContext({ baseURL, serviceWorkers: 'block' });
  const other = await elsewhere.newPage();
  await open(other, '/take-home/');
  const input = other.getByLabel('A file with a network, its run and its data set');
  await input.setInputFiles({ name: 'whole.zip', mimeType: 'application/zip', buffer: readFileSync(file) });
  await expect(other.getByText(/is open, with its run and its data set\.$/)).toBeVisible(EPOCH);
  await open(other, `/train/${new URL(other.url()).search}`);
  await expect(stoppedEarly(other)).toHaveText(here, EPOCH);
  await expect(other.getByRole('button', { name: 'Train again' })).toBeVisible();
  expect(bitsOf(await saved(other))).toBe(bitsOf(file));
  await elsewhere.close();
});
