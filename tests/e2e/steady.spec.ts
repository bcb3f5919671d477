import type { Page } from '@playwright/test';
import { expect, open, test } from './support/site';

/** A shift that nobody notices; 0.1 is the limit of what is called good. */
const MOST = 0.05;
/** Less than a window of a phone: nothing on the way is passed by. */
const STEP = 300;
/** Well after the first paint. */
const LATE_MS = 1500;

type Shift = PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean };
type Watched = Window & { readonly shifts: readonly number[] };

const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) if (!entry.hadRecentInput) shifts.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });

const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as Watched).shifts.reduce((sum, one) => sum + one, 0));

/** Reads a page from its top to its end, in steps of a quick reader. */
async function scrollThrough(page: Page): Promise<void> {
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < (await height()); top += STEP) {
    await page.evaluate((y) => window.scrollTo(0, y), top);
    await page.waitForTimeout(60);
  }
}

test('what arrives late finds its place kept: pages do not jump while they load @phone @first-visit', async ({
  page,
}) => {
  await watchShifts(page);
  for (const path of ['/', '/trace/', '/trace/?stage=conv1', '/what-if/', '/insight/', '/data/', '/train/']) {
    await open(page, path);
    await page.waitForLoadState('networkidle');
    expect.soft(await shiftOf(page), path).toBeLessThan(MOST);
  }
});

test('the pages of the walk stay where they are when their fonts arrive late @first-visit', async ({
  page,
}) => {
  await page.route(/\.woff2/, async (route) => {
    await page.waitForTimeout(LATE_MS);
    await route.continue();
  });
  await watchShifts(page);
  for (const [width, height] of [
    [1440, 900],
    [1280, 720],
  ])
    for (const path of ['/epochs/', '/train/', '/trace/', '/stages/conv1/', '/de/epochs/', '/de/train/']) {
      await page.setViewportSize({ width, height });
      await open(page, path);
      await page.evaluate(() => document.fonts.ready);
      await page.waitForLoadState('networkidle');
      expect.soft(await shiftOf(page), `${path} at ${width} × ${height}`).toBeLessThan(MOST);
    }
});

test('whether a title and its place on the walk stand side by side does not depend on the font @first-visit', async ({
  page,
}) => {
  for (const width of [1440, 1366, 1280, 1024])
    for (const path of [
      '/epochs/',
      '/train/',
      '/trace/',
      '/quiz/',
      '/insight/',
      '/de/epochs/',
      '/de/quiz/',
    ]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      const line = page.getByText(/^(The walk, step|Rundgang,) /);
      const start = async () => (await line.boundingBox())?.x ?? 0;
      const before = await start();
      // Wider than the fonts of the site.
      await page.addStyleTag({ content: 'main h1, main h1 + p { letter-spacing: 0.03em }' });
      expect.soft(Math.abs((await start()) - before), `${path} at ${width}`).toBeLessThan(60);
    }
});

test('a lesson stays where it is while one reads on and its numbers come @phone', async ({ page }) => {
  await watchShifts(page);
  for (const stage of ['input', 'conv1', 'pool1', 'dense', 'output']) {
    await open(page, `/stages/${stage}/`);
    await scrollThrough(page);
    expect.soft(await shiftOf(page), stage).toBeLessThan(MOST);
  }
});

test('the bar of the epochs keeps its height when one is chosen, and nothing in it is cut @phone @first-visit', async ({
  page,
}) => {
  for (const language of ['', '/de']) {
    await open(page, `${language}/trace/`);
    const bar = page.getByRole('region', { name: /^(Recorded epochs|Aufgezeichnete Epochen)$/ });
    const slider = bar.getByRole('slider');
    const chip = page.getByRole('button', { name: /^Epo/, expanded: false });
    if (await chip.isVisible()) await chip.click();
    await expect(slider).toBeVisible();
    const before = await bar.boundingBox();
    await slider.press('Home');
    const words = bar.getByText(/^(Accuracy|Genauigkeit): /);
    await expect(words).toBeVisible();
    expect((await bar.boundingBox())?.height, language).toBeCloseTo(before?.height ?? 0, 0);
    // Two lines of words, of which the first begins with the epoch.
    const lines = await words.evaluate(
      (element) =>
        (element.parentElement?.offsetHeight ?? 0) / Number.parseFloat(getComputedStyle(element).lineHeight),
    );
    expect(lines, language).toBeLessThan(2.7);
    const standing = page.getByText(/^\d+[.,]\d ?% (of|von) \d+ test|^\d+[.,]\d\s%.* Testbildern/).first();
    const cut = await standing.evaluate(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1,
    );
    expect(cut, language).toBe(false);
  }
});
