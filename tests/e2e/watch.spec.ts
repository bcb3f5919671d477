import { expect, test } from './support/site';

// Each of these does what no page of the site must do, so each has to fail: in a tab beside the first, in a worker,
// in another browser context.
test.describe('what fails a test:', () => {
  test.fail();

  test('an error thrown in a second tab', async ({ context }) => {
    const other = await context.newPage();
    await other.goto('/credits/');
    await other.evaluate(() => void setTimeout(() => reportError(new Error('thrown in a second tab'))));
    await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('a rejected promise that nobody handles', async ({ page }) => {
    await page.goto('/credits/');
    await page.evaluate(() => void Promise.reject(new Error('nobody handles this')));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('an error that a worker logs to the console', async ({ page }) => {
    await page.goto('/credits/');
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const script = new Blob(['console.error("from a worker"); postMessage("done")']);
          const worker = new Worker(URL.createObjectURL(script));
          worker.onmessage = () => resolve();
        }),
    );
  });

  test('a request to another origin from another browser context', async ({ browser, baseURL }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${baseURL}/credits/`);
    await page.evaluate(() => fetch('http://127.0.0.1:9/').catch(() => undefined));
    await context.close();
  });
});
