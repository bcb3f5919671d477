import { expect, open, test } from '../support/site';

test('a figure that can’t be drawn is named; the rest of the page works, and it can be retried', async ({
  page,
  watch,
}) => {
  watch.allow(/no canvas today/);
  await page.addInitScript(() => {
    const draw = CanvasRenderingContext2D.prototype.putImageData;
    CanvasRenderingContext2D.prototype.putImageData = function (image: ImageData, x: number, y: number) {
      const isMended = document.documentElement.dataset.mended !== undefined;
      if (!isMended && this.canvas.closest('main figure')) throw new Error('no canvas today');
      Reflect.apply(draw, this, [image, x, y]);
    };
  });
  await page.goto('/stages/conv1/');
  const broken = page.getByRole('alert').filter({ hasText: 'The figure of conv1 could not be drawn.' });
  await broken.scrollIntoViewIfNeeded();
  await expect(broken).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await broken.getByRole('button', { name: 'Copy details' }).click();
  await expect(broken.getByRole('button', { name: 'Copied' })).toBeVisible();
  const details = await page.evaluate(() => navigator.clipboard.readText());
  for (const part of ['no canvas today', '/stages/conv1/', 'Version: 0.', 'Chrome/'])
    expect(details).toContain(part);
  await page.evaluate(() => {
    document.documentElement.dataset.mended = '';
  });
  await broken.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('application', { name: /^Feature map/ })).toBeVisible();
  await expect(broken).toHaveCount(0);
});

test('a part that can’t be fetched says so in its place, and is fetched again @first-visit', async ({
  page,
  watch,
}) => {
  watch.allow(/ERR_|Failed to load|NotFetched/);
  await open(page, '/trace/?picture=cat-1&stage=output');
  await page.waitForLoadState('networkidle');
  await page.route('**/_next/static/chunks/**', (route) => route.abort());
  await page.getByRole('button', { name: /^Explain this value/ }).click();
  const broken = page.getByRole('alert').filter({ hasText: 'The inspector could not be loaded.' });
  await expect(broken).toBeVisible();
  await page.unroute('**/_next/static/chunks/**');
  await broken.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('dialog').getByRole('heading', { level: 2 })).toHaveText(/^output, /);
  await expect(broken).toHaveCount(0);
});

test('an uncaught error is one notice, with its details', async ({ page, watch }) => {
  watch.allow(/thrown on purpose|thrown: left/);
  await open(page, '/quiz/');
  await page.evaluate(() => {
    for (let times = 0; times < 3; times++) {
      setTimeout(() => {
        throw new Error('thrown on purpose');
      });
      void Promise.reject(new Error('thrown on purpose'));
      void Promise.reject(new DOMException('left', 'AbortError'));
    }
  });
  await expect(page.getByText(/^Something on this page failed/)).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Copy details' })).toHaveCount(1);
});
