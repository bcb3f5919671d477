import type { Page } from '@playwright/test';
import { inspectorOf } from '../support/inspector';
import { expect, open, test } from '../support/site';

const STAGES = 9;
/** So large, in pixels, is one that can be seen. */
const LEAST_PIXEL = 6;
const heading = (page: Page) => page.getByRole('heading', { level: 2 }).first();

test('each step of the trace begins at its top, from wherever one goes on @phone', async ({ page }) => {
  await open(page, '/trace/?picture=cat-1&stage=conv1');
  for (const stage of ['pool1', 'conv2', 'pool2']) {
    const onward = page.getByRole('button', { name: `On to ${stage}` });
    await onward.scrollIntoViewIfNeeded();
    const left = await page.evaluate(() => window.scrollY);
    await onward.click();
    await expect(page).toHaveURL(new RegExp(`stage=${stage}`));
    await expect(heading(page)).toBeInViewport();
    const top = (await heading(page).boundingBox())?.y ?? Number.POSITIVE_INFINITY;
    const height = page.viewportSize()?.height ?? 0;
    expect(top, `${stage}, left at ${left}`).toBeLessThan(height / 2);
    await expect(heading(page)).toBeFocused();
  }
});

test('to the pixels lights each stage in the strip, and the path shows what each value was', async ({
  page,
}) => {
  await open(page, '/trace/?picture=cat-1&stage=output');
  await page.getByRole('button', { name: /^Explain this value/ }).click();
  const { inspector, head, path } = inspectorOf(page);
  const lit = page.getByRole('navigation', { name: 'The nine stages' }).locator('li[data-traced=true]');
  await expect(lit).toHaveCount(1);
  await inspector.getByRole('button', { name: 'To the pixels' }).click();
  await expect(head).toHaveText(/^input, /);
  await expect(lit).toHaveCount(STAGES);
  await expect(path).toHaveCount(STAGES);
  const whole = inspector.getByRole('figure', { name: /^The whole path/ });
  await expect(whole.getByRole('listitem').locator('b')).toHaveText(
    Array.from({ length: STAGES }, () => /\d/),
  );
  const pixel = await whole.locator('rect').last().boundingBox();
  expect(pixel?.width).toBeGreaterThanOrEqual(LEAST_PIXEL);
});

test('on a phone the trace names its layer, shows it and leads on without scrolling @phone-only', async ({
  page,
}) => {
  await open(page, '/trace/?picture=cat-1&stage=conv1');
  const spine = page.getByRole('navigation', { name: 'The nine stages' });
  const next = page.getByRole('button', { name: 'Next', exact: true });
  for (const one of [heading(page), next, spine.locator('[aria-current=step]')])
    await expect(one).toBeInViewport({ ratio: 0.99 });
  await expect(page.getByText(/counted from 0/).filter({ visible: true })).toHaveCount(1);
});

const ONE_LINE = { parts: true, over: 0, lines: true, beyond: false };
/** What a header of one line must not do: break, run over, or be wider than the page. */
const headerOf = (page: Page) =>
  page.getByRole('banner').evaluate((header) => {
    const parts = [...header.querySelectorAll<HTMLElement>('a, button')].filter((part) =>
      part.checkVisibility({ visibilityProperty: true }),
    );
    const boxes = parts.map((part) => part.getBoundingClientRect()).filter(({ width }) => width > 1);
    const over = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && a.top < b.bottom && b.top < a.bottom,
        ),
    );
    const middles = boxes.map(({ top, bottom }) => (top + bottom) / 2);
    return {
      parts: boxes.length > 3,
      over: over.length,
      lines: Math.max(...middles) - Math.min(...middles) < 8,
      beyond: boxes.some(({ right }) => right > innerWidth),
    };
  });

for (const language of ['', '/de'])
  test(`the header stays one line on any desk${language && ' in German @first-visit'}`, async ({ page }) => {
    await open(page, `${language}/trace/`);
    for (const width of [1440, 1180, 1024, 900, 768]) {
      await page.setViewportSize({ width, height: 768 });
      expect.soft(await headerOf(page), `${width}`).toEqual(ONE_LINE);
    }
  });

test('while a network trains, every page says so, and how far it is @phone', async ({ page, isMobile }) => {
  await open(page, '/train/');
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('navigation', { name: 'All pages' }).getByRole('link', { name: /^Quiz/ }).click();
  await expect(page).toHaveURL(/\/quiz\//);
  const sign = page
    .getByRole('banner')
    .getByText(/^\d+\s?%$/)
    .filter({ visible: true });
  await expect(sign).toBeVisible();
  const before = Number.parseInt((await sign.textContent()) ?? '', 10);
  await expect
    .poll(async () => Number.parseInt((await sign.textContent()) ?? '', 10), { timeout: 60_000 })
    .toBeGreaterThan(before);
  for (const width of isMobile ? [320] : [1180, 1024]) {
    await page.setViewportSize({ width, height: 768 });
    const now = await headerOf(page);
    expect.soft({ ...now, parts: true }, `${width}`).toEqual(ONE_LINE);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(wide, `${width}`).toBeLessThanOrEqual(0);
  }
});
