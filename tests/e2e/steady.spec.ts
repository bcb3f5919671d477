import { expect, open, test } from './support/site';

/** A shift that nobody notices; 0.1 is the limit of what is called good. */
const MOST = 0.05;

test('what arrives late finds its place kept: pages do not jump while they load @phone @first-visit', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        readonly value: number;
        readonly hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) shifts.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const path of ['/', '/trace/', '/trace/?stage=conv1', '/what-if/', '/insight/', '/data/', '/train/']) {
    await open(page, path);
    await page.waitForLoadState('networkidle');
    const shift = await page.evaluate(() =>
      (window as unknown as { readonly shifts: readonly number[] }).shifts.reduce((sum, one) => sum + one, 0),
    );
    expect.soft(shift, path).toBeLessThan(MOST);
  }
});
