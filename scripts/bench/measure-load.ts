import type { Browser, BrowserContext, Page, Request } from 'playwright';
import { firstLiveMap } from '../browser';

/** What one cold load of a page cost. Bytes as sent (compressed), times in milliseconds. */
export interface Load {
  /** Everything that was fetched, including workers, with headers. */
  readonly transferred: number;
  /** JavaScript run on the main thread without any user interaction. */
  readonly scriptBytes: number;
  /** Largest contentful paint. */
  readonly largestPaint: number;
  /** The parts of main-thread tasks beyond 50 ms, summed. */
  readonly blocked: number;
  /** The longest main-thread task; 0 when none took 50 ms, below which browsers report none. */
  readonly longestTask: number;
  /** When the first feature map that was computed live was on the screen. */
  readonly firstLiveMap: number;
}

/** How long to wait for late work after the first live map. */
const QUIET_MS = 2000;
const LIMIT_MS = 30_000;

declare global {
  interface Window {
    loadSeen?: { tasks: number[]; paint: number };
  }
}

/** Runs in the page before its own scripts. */
function observe(): void {
  const seen = { tasks: [] as number[], paint: 0 };
  window.loadSeen = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.tasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    seen.paint = list.getEntries().at(-1)?.startTime ?? seen.paint;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}

/**
 * What the page's own thread fetched as scripts. The browser lists the imports of a module worker with the page's own
 * files; they are in a folder of their own and run in the worker alone.
 */
export function mainThreadScriptBytes(page: Page): Promise<number> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => {
        const { pathname } = new URL(name);
        return pathname.endsWith('.js') && !pathname.includes('/engine/');
      })
      .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
  );
}

const WARM_PAGE =
  '<p style="font-family:serif">a<p style="font-family:sans-serif">b<p style="font-family:monospace">c<canvas></canvas>';
const WARM_MS = 2500;

/**
 * A page of a browser that has finished its one-off work: read the system's fonts, started its graphics
 * process, drawn its own window. A visitor's browser has been running for a while. Nothing of the site is loaded or cached.
 */
export async function warmPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    // Every host sends gzip; Brotli would make the script look smaller than it is on some hosts.
    extraHTTPHeaders: { 'Accept-Encoding': 'gzip' },
  });
  return warmPageIn(context);
}

/** The same in a context of the caller's. */
export async function warmPageIn(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.setContent(WARM_PAGE);
  await page.evaluate(() => document.querySelector('canvas')?.getContext('2d'));
  await page.waitForTimeout(WARM_MS);
  return page;
}

/** Opens a page with an empty cache and measures until it has come to rest. */
export async function measureLoad(browser: Browser, address: string): Promise<Load> {
  const page = await warmPage(browser);
  const sizes: Promise<number>[] = [];
  const weigh = (request: Request) => {
    sizes.push(request.sizes().then((size) => size.responseHeadersSize + size.responseBodySize));
  };
  page.on('requestfinished', weigh);
  await page.addInitScript(observe);
  await page.goto(address);
  const firstMap = await firstLiveMap(page, LIMIT_MS);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(QUIET_MS);
  const seen = await page.evaluate(() => window.loadSeen);
  if (!seen) throw new Error('the observers did not start');
  // From now on files are fetched for offline use; they are not part of the visit.
  page.off('requestfinished', weigh);
  const load: Load = {
    transferred: (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0),
    scriptBytes: await mainThreadScriptBytes(page),
    largestPaint: seen.paint,
    blocked: seen.tasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
    longestTask: Math.max(0, ...seen.tasks),
    firstLiveMap: firstMap,
  };
  await page.context().close();
  return load;
}
