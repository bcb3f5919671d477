import { test as base, expect, type Page } from '@playwright/test';

/** What a page must never do, gathered while a test runs. */
interface Watch {
  /** Console errors that a test expects, as it breaks something on purpose. */
  allow(pattern: RegExp): void;
}

/** Fails a test whose page wrote an error to the console, threw, or asked another origin for anything. */
export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ page, baseURL }, use) => {
      const allowed: RegExp[] = [];
      const seen: string[] = [];
      const own = new URL(baseURL ?? '').origin;
      page.on('console', (message) => {
        if (message.type() === 'error') seen.push(`console: ${message.text()} (${message.location().url})`);
      });
      page.on('pageerror', (error) => seen.push(`thrown: ${error.message}`));
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== own) seen.push(`other origin: ${request.url()}`);
      });
      await use({ allow: (pattern) => allowed.push(pattern) });
      expect(seen.filter((line) => !allowed.some((pattern) => pattern.test(line)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Waits until a feature map that was computed live stands on the page. */
export async function liveMaps(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('first-live-map').length > 0);
}

/** Opens a page and waits until its numbers are live. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await liveMaps(page);
}
