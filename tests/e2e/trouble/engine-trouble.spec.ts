import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, PlaywrightWorkerArgs } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '@/scripts/chromium';
import { ROOT } from '@/scripts/project';
import { expect, open, test } from '../support/site';
import type { Watch } from '../support/watch';

// Responses of the site are replaced on the network, which a service worker would not see.
test.use({ visit: 'first' });

const pipeline = (page: Page) => page.getByRole('figure', { name: /^The pipeline with/ });

test.describe('a checkpoint that', () => {
  const part = (name: string) => readFileSync(join(ROOT, 'public', 'model', name));
  /** The last weight is not a number. */
  const poisoned = (name: string) => {
    const bytes = Buffer.from(part(name));
    bytes.fill(0xff, bytes.length - 4);
    return bytes;
  };
  /** The header states a different shape. */
  const reshaped = (name: string) => {
    const bytes = Buffer.from(part(name));
    const at = bytes.indexOf('"shape":[3,3,3,32]');
    bytes.write('"shape":[3,3,32,3]', at);
    return bytes;
  };
  const broken = [
    { what: 'is cut off', file: 'conv.safetensors', body: () => part('conv.safetensors').subarray(0, 5000) },
    { what: 'has different shapes', file: 'conv.safetensors', body: () => reshaped('conv.safetensors') },
    { what: 'contains NaN', file: 'conv.safetensors', body: () => poisoned('conv.safetensors') },
    {
      what: 'is cut off in the dense layer',
      file: 'dense.safetensors',
      body: () => part('dense.safetensors').subarray(0, 99_999),
    },
    {
      what: 'contains NaN in the dense layer',
      file: 'dense.safetensors',
      body: () => poisoned('dense.safetensors'),
    },
  ];
  for (const { what, file, body } of broken) {
    test(`${what} is reported, and an untrained network replaces it`, async ({ page }) => {
      await page.route(`**/model/${file}`, (route) => route.fulfill({ body: body() }));
      await page.goto('/');
      await expect(page.getByText(/^The trained network of this site/)).toBeVisible();
      await expect(pipeline(page)).toContainText('Live');
      await expect(page.getByText(/For .* the untrained network predicts/)).toBeVisible();
    });
  }
});

/** Opens the home page in a browser with additional arguments, and runs a check in it. */
async function withBrowser(
  playwright: PlaywrightWorkerArgs['playwright'],
  args: readonly string[],
  address: string,
  watch: Watch,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const browser = await playwright.chromium.launch({
    executablePath: findChromium(),
    args: [...CHROMIUM_ARGS, ...args],
  });
  watch.over(browser, new URL(address).origin);
  const page = await browser.newPage();
  await page.goto(address);
  await use(page);
  await browser.close();
}

test.describe('a browser', () => {
  test('without WebAssembly computes in plain JavaScript, and says so', async ({
    playwright,
    baseURL,
    watch,
  }) => {
    await withBrowser(playwright, ['--js-flags=--jitless'], `${baseURL}/`, watch, async (page) => {
      await expect(
        page.getByText('WebAssembly does not start in this browser. JavaScript computes'),
      ).toBeVisible();
      await expect(pipeline(page)).toContainText('Live');
    });
  });

  test('on another machine over plain HTTP gets a live network', async ({ playwright, baseURL, watch }) => {
    // Cross-origin isolation is for secure addresses alone.
    watch.allow(/Cross-Origin-Opener-Policy header has been ignored/);
    const { port } = new URL(baseURL ?? '');
    const elsewhere = ['--host-resolver-rules=MAP pipeline.test 127.0.0.1'];
    await withBrowser(playwright, elsewhere, `http://pipeline.test:${port}/`, watch, async (page) => {
      expect(await page.evaluate(() => isSecureContext)).toBe(false);
      await expect(pipeline(page)).toContainText('Live');
    });
  });

  test('without workers says that nothing can be computed, and the lessons read', async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
    await page.goto('/stages/conv1/');
    await expect(page.getByRole('status').getByText(/web workers are missing/)).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(pipeline(page).or(page.getByText('recorded').first())).toBeVisible();
  });

  test('whose graphics driver fails continues with another backend', async ({ page, browser, watch }) => {
    watch.allow(/WebGL|context/i);
    await open(page, '/');
    await page.getByRole('button', { name: /^Engine:/ }).click();
    const choice = page.getByRole('group', { name: /^Chosen/ });
    await choice.getByLabel(/^WebGL/).click();
    await expect(page.getByRole('button', { name: /^Engine: WebGL/ })).toBeVisible({ timeout: 60_000 });
    const session = await browser.newBrowserCDPSession();
    await session.send('Browser.crashGpuProcess');
    await expect(page.getByText(/WebGL stopped on this machine\. WebAssembly has taken over/)).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: /^frog/ }).first().check({ force: true });
    await expect(pipeline(page)).toHaveAccessibleName(/frog/);
    await expect(pipeline(page)).toContainText('Live');
  });

  test('whose graphics driver fails during a run resumes training from the last epoch', async ({
    page,
    browser,
    watch,
  }) => {
    test.setTimeout(240_000);
    watch.allow(/WebGL|context/i);
    await open(page, '/train/');
    await page.getByRole('textbox', { name: 'Epochs' }).fill('100');
    await page.getByRole('textbox', { name: 'Batch size' }).fill('20');
    await page.getByText('More settings').click();
    await page.getByRole('textbox', { name: 'Training images' }).fill('60');
    const bench = page.getByRole('region', { name: 'Run', exact: true });
    const button = (name: string) => bench.getByRole('button', { name, exact: true });
    // By keyboard: a click waits for frames, and without its graphics process the browser may draw none.
    const press = (name: string) => button(name).press('Enter');
    await press('One epoch');
    await expect(button('Resume')).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: /^Engine:/ }).click();
    await page
      .getByRole('group', { name: /^Chosen/ })
      .getByLabel(/^WebGL/)
      .click();
    await expect(page.getByRole('button', { name: /^Engine: WebGL/ })).toBeVisible({ timeout: 60_000 });
    await page.keyboard.press('Escape');
    await press('Resume');
    await expect(button('Pause')).toBeVisible();
    const session = await browser.newBrowserCDPSession();
    await session.send('Browser.crashGpuProcess');
    await expect(page.getByText(/WebGL stopped on this machine\. WebAssembly has taken over/)).toBeVisible();
    await expect(page.getByText(/Training is back at the end of epoch 1, its last full state/)).toBeVisible();
    await expect(bench.getByRole('status')).toHaveText(/^Training\. Epoch [2-9] of 100: loss/);
    await press('Pause');
    await expect(button('Resume')).toBeVisible();
    await press('One epoch');
    await expect(button('Resume')).toBeVisible();
    await press('Resume');
    await expect(button('Pause')).toBeVisible();
    await press('Stop');
    await expect(button('Train again')).toBeVisible();
  });
});

test('Start waits for an engine that is late, and the run begins with it', async ({ page }) => {
  let arrive = () => {};
  const late = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/engine/worker.js*', async (route) => {
    await late;
    await route.continue();
  });
  await page.goto('/train/');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  // Until React has taken the page over, nothing listens.
  await expect(async () => {
    await button('Start training').click({ timeout: 1000 });
    await expect(button('Preparing')).toBeVisible({ timeout: 1000 });
  }).toPass();
  arrive();
  await expect(button('Pause')).toBeVisible({ timeout: 60_000 });
  await button('Stop').click();
  await expect(page.getByRole('region', { name: 'Run', exact: true })).toContainText('Stopped');
});
