import { test as base, expect, type Page } from '@playwright/test';
import { KeptSite, type Visit } from './kept-site';
import { Watch } from './watch';

export interface Options {
  /** What the browser has of the site when a test begins. */
  visit: Visit;
}

interface Fixtures {
  watch: Watch;
}

interface Shared {
  keptSite: KeptSite;
}

/** Fails a test in which any page wrote an error to the console, threw, or asked another origin for anything. */
export const test = base.extend<Options & Fixtures, Shared>({
  visit: ['first', { option: true }],
  keptSite: [
    async ({ browser }, use, { project }) => {
      const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch, reducedMotion } = project.use;
      const kept = new KeptSite(browser, {
        viewport,
        userAgent,
        deviceScaleFactor,
        isMobile,
        hasTouch,
        reducedMotion,
      });
      await use(kept);
      await kept.end();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ visit, keptSite, baseURL }, use) =>
    use(visit === 'first' ? baseURL : (await keptSite.get()).host.address),
  watch: [
    async ({ browser, baseURL }, use) => {
      const watch = new Watch();
      watch.over(browser, new URL(baseURL ?? '').origin);
      await use(watch);
      expect(watch.end()).toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ visit, keptSite, context }, use) =>
    visit === 'first' ? use(context) : keptSite.lend(visit, use),
});

export { expect };

/** The tag of tests that run again on a later visit. */
const AGAIN = '@again';

/** Whether the current test is on its first visit to the site. */
export const isFirstVisit = (): boolean => !test.info().tags.includes(AGAIN);

/**
 * Declares tests twice: for a first visit, and for a returning one, whose requests the service worker answers. For everything
 * that needs a worker, a part that is fetched later, or a file of the site. `npm run check:visits` also runs them offline.
 */
export function onBothVisits(declare: () => void): void {
  declare();
  test.describe('returning visit', { tag: AGAIN }, () => {
    test.use({ visit: 'returning' });
    declare();
  });
}

/** Waits until a feature map that was computed live is on the page. */
export async function liveMaps(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('first-live-map').length > 0);
}

/** Opens a page and waits until its numbers are live. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await liveMaps(page);
}
