import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { ROOT } from '@/scripts/project';
import { inspectorOf } from '../support/inspector';
import { expect, open, test } from '../support/site';

const TINY_VGG = join(process.env.PIPELINE_MODELS ?? join(ROOT, '..', 'shared', 'models'), 'tinyvgg');
const LOADED = { timeout: 30_000 };

/** Drops a file or a folder of this machine on the page, as a file manager does. */
async function drop(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 200, y: 300, data });
  await session.detach();
}

test('Tiny VGG is opened by dropping its folder, traced, inspected and linked to', {
  tag: '@thorough',
}, async ({ page }) => {
  if (!existsSync(TINY_VGG)) throw new Error(`there is no ${TINY_VGG}`);
  await open(page, '/open/');
  await drop(page, TINY_VGG);
  await expect(page.getByText(/13 layers, 19,920 parameters, 10 classes/)).toBeVisible(LOADED);
  await page.getByRole('button', { name: 'Use this network' }).click();
  await expect(page).toHaveURL(/network=net-/, LOADED);
  const spine = page.getByRole('navigation', { name: 'The 14 stages' });
  await expect(spine.getByText('62×62×10').first()).toBeVisible(LOADED);

  await page.getByRole('link', { name: 'Trace', exact: true }).first().click();
  await page.getByRole('button', { name: /output$/ }).click();
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
});

test('what is taken home is opened again, in each of its formats', async ({ page }) => {
  await open(page, '/take-home/?network=digits');
  const all = page.getByRole('button', { name: /^Save everything \(/ });
  await expect(all).toBeEnabled(LOADED);
  const [download] = await Promise.all([page.waitForEvent('download'), all.click()]);
  const files = Object.entries(unzipSync(new Uint8Array(readFileSync(await download.path()))));
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
