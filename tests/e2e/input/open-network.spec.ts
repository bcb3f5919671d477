import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import { readSafetensors } from '@/lib/checkpoint/safetensors';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { listParameters } from '@/lib/network/weights';
import { must } from '@/lib/result';
import { PRESETS } from '@/lib/shelf/presets';
import { ROOT } from '@/scripts/project';
import { asFolders, asZip, smallSet } from '../../unit/data/sets/support/forms';
import { asLayersModel } from '../../unit/interchange/support/layers-model';
import { randomWeights } from '../../unit/support/random-weights';
import { inspectorOf, openLayer } from '../support/inspector';
import { expect, open, test } from '../support/site';

const TINY_VGG = join(process.env.PIPELINE_MODELS ?? join(ROOT, '..', 'shared', 'models'), 'tinyvgg');
const LOADED = { timeout: 30_000 };
const EPOCH = { timeout: 60_000 };

const spine = (page: Page) => page.getByRole('navigation', { name: /^The \d+ stages$/ });

/** Drops a file or a folder of this machine on the page, as a file manager does. */
async function drop(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 200, y: 300, data });
  await session.detach();
}

/** Opens Tiny VGG, or a network of its layers, by dropping its folder; traces it, inspects it and follows the link to it. */
async function openAndInspect(page: Page, folder: string, found: RegExp): Promise<void> {
  await open(page, '/open/');
  await drop(page, folder);
  await expect(page.getByText(found)).toBeVisible(LOADED);
  await page.getByRole('button', { name: 'Use this network' }).click();
  await expect(page).toHaveURL(/network=net-/, LOADED);
  await expect(spine(page).getByText('62×62×10').first()).toBeVisible(LOADED);

  await page.getByRole('link', { name: 'Trace', exact: true }).first().click();
  await openLayer(page, 'output');
  await page.getByRole('button', { name: /^Explain this value/ }).click();
  const { inspector, head, path } = inspectorOf(page);
  await expect(head).toHaveText(/^output/);
  await inspector.getByRole('button', { name: 'To the pixels' }).click();
  await expect(head).toHaveText(/^input, /);
  const count = await path.count();
  // The address is the link: opened anew, it leads to the same value of the same network.
  await page.goto(page.url());
  await expect(head).toHaveText(/^input, /, LOADED);
  await expect(path).toHaveCount(count);
}

/** Reads a data set of one's own from a zip of images, and trains the network's layers on it for an epoch. */
async function trainOnOwnSet(page: Page, zip: string): Promise<void> {
  writeFileSync(zip, asZip(await asFolders(smallSet(60, [12, 12, 3], ['cat', 'dog', 'frog']))));
  await open(page, `/data/${new URL(page.url()).search}`);
  await page.getByLabel('Files of a data set').setInputFiles(zip);
  await page.getByRole('button', { name: 'Read the images' }).click();
  await page.getByRole('button', { name: 'Keep in this browser' }).click();
  const offer = page.getByRole('region', { name: 'Train a network on a data set' });
  await offer.getByLabel('Network', { exact: true }).selectOption('shown');
  await offer.getByRole('button', { name: 'Train this network' }).click();
  await expect(page).toHaveURL(/\/train\/\?network=net-/);
  await expect(
    page.getByText(/42 images of 3 classes from a data set that this browser stores/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'One epoch' }).click();
  await expect(page.getByText(/^Paused\. Epoch 1 of/)).toBeAttached(EPOCH);
  await expect(spine(page).getByText('62×62×10').first()).toBeVisible(LOADED);
}

/** Takes the present network home as a whole; returns the files of the archive. */
async function takenHome(page: Page): Promise<Readonly<Record<string, Uint8Array>>> {
  const all = page.getByRole('button', { name: /^Save everything \(/ });
  await expect(all).toBeEnabled(LOADED);
  const [download] = await Promise.all([page.waitForEvent('download'), all.click()]);
  return unzipSync(new Uint8Array(readFileSync(await download.path())));
}

test(
  'Tiny VGG is opened by dropping its folder, traced, inspected, linked to, and trained on one’s own data',
  { tag: '@thorough' },
  async ({ page }, info) => {
    if (!existsSync(TINY_VGG)) throw new Error(`there is no ${TINY_VGG}`);
    await openAndInspect(page, TINY_VGG, /13 layers, 19,920 parameters, 10 classes/);
    await trainOnOwnSet(page, info.outputPath('animals.zip'));
  },
);

test('a network of such layers is opened from its folder likewise, taken home, and trained on one’s own data', async ({
  page,
}, info) => {
  const folder = info.outputPath('mine');
  mkdirSync(folder, { recursive: true });
  const architecture = PRESETS.tinyVgg;
  const weights = randomWeights(must(buildPipeline(architecture)), 3);
  for (const { name, bytes } of asLayersModel(architecture, weights, 'functional', 2))
    writeFileSync(join(folder, name.split('/').at(-1) ?? name), await bytes());
  await openAndInspect(page, folder, /\d+ layers, 19,920 parameters, 10 classes/);
  await open(page, `/take-home/${new URL(page.url()).search}`);
  const { 'network.safetensors': home } = await takenHome(page);
  const { tensors } = must(readSafetensors(new Uint8Array(home)));
  expect([...tensors.values()].map(({ values }) => values)).toEqual(
    listParameters(weights).map(([, { values }]) => values),
  );
  await trainOnOwnSet(page, info.outputPath('animals.zip'));
});

test('what is taken home is opened again, as it is and in each of its formats', async ({ page }) => {
  await open(page, '/take-home/?network=digits');
  const home = await takenHome(page);
  const files = Object.entries(home);
  // It was trained before the site was published, and goes on as it was.
  const notebook = new TextDecoder().decode(home['network.ipynb']);
  expect(notebook).toContain('the settings of the run that made these weights');
  await test.step('all in one archive', async () => {
    await page.goto('/open/');
    const buffer = Buffer.from(zipSync(home, { level: 0 }));
    await page
      .getByLabel('Files of a network')
      .setInputFiles({ name: 'digits.zip', mimeType: 'application/zip', buffer });
    await expect(page.getByText(/9 layers, 81,382 parameters, 10 classes/)).toBeVisible(LOADED);
  });
  for (const form of [/^tfjs\//, /\.keras$/, /\.onnx$/, /\.safetensors$/])
    await test.step(String(form), async () => {
      await page.goto('/open/');
      const chosen = files.flatMap(([name, bytes]) =>
        form.test(name)
          ? [
              {
                name: name.split('/').at(-1) ?? name,
                mimeType: 'application/octet-stream',
                buffer: Buffer.from(bytes),
              },
            ]
          : [],
      );
      await page.getByLabel('Files of a network').setInputFiles(chosen);
      await expect(page.getByText(/9 layers, 81,382 parameters, 10 classes/)).toBeVisible(LOADED);
      await expect(page.getByRole('button', { name: 'Use this network' })).toBeEnabled();
    });
});
