import { expect, open } from '../support/site';
import { test } from './support';

test.use({ serviceWorkers: 'allow', visit: 'first' });

/** Long enough for dozens of files where nothing holds the service worker back. */
const WATCHED_MS = 4000;

test('while a network trains on a first visit, nothing is fetched for a later one', async ({
  page,
  host,
}) => {
  test.setTimeout(300_000);
  const asked: string[] = [];
  await open(page, '/train/');
  await page.getByRole('button', { name: 'Start training' }).click();
  const run = page.getByRole('region', { name: 'Run', exact: true });
  await expect(run).toContainText(/step \d+ of/, { timeout: 120_000 });
  host.change(({ url = '' }) => {
    asked.push(url);
    return false;
  });
  await expect.poll(() => asked, { timeout: 60_000 }).toContain('/sw.js');
  // Its engine is the only one that asks now, and has what it trains with.
  await page.waitForTimeout(WATCHED_MS);
  await expect(run).toContainText(/step \d+ of/);
  expect(asked.slice(asked.indexOf('/sw.js') + 1)).toEqual([]);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect.poll(() => asked.length, { timeout: 60_000 }).toBeGreaterThan(100);
});
