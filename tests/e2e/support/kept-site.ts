import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { OUT } from '@/scripts/project';
import { type Host, startHost } from './host';

/**
 * What a browser has of the site when a test begins: nothing (`first`), or all of it, kept by the service worker
 * that is in control (`returning`), which may have no connection (`offline`).
 */
const VISITS = ['first', 'returning', 'offline'] as const;
export type Visit = (typeof VISITS)[number];

/** The visit with a name; a first one where none is named. @throws Error for any other name. */
export function readVisit(name: string | undefined): Visit {
  const visit = VISITS.find((one) => one === (name ?? 'first'));
  if (!visit) throw new Error(`VISIT is "${name}", but a visit is one of ${VISITS.join(', ')}.`);
  return visit;
}

/** The footer says how much of the site this browser keeps. */
export const footer = (page: Page) => page.getByRole('contentinfo');
const KEEPING_MS = 180_000;

/** Visits the site until its pages are kept. */
export async function installSite(page: Page): Promise<void> {
  await page.goto('/');
  // It is counted for those who come near it.
  await footer(page).scrollIntoViewIfNeeded();
  await expect(footer(page)).toContainText('This browser', { timeout: KEEPING_MS });
}

/** Visits the site, asks for all of it, and waits until it is kept. */
export async function keepWholeSite(page: Page): Promise<void> {
  await installSite(page);
  await footer(page).getByRole('button', { name: 'Make available offline' }).click();
  await expect(footer(page)).toContainText('keeps the whole site', { timeout: KEEPING_MS });
}

/** The kept site and the host that it came from. */
interface Kept {
  readonly context: BrowserContext;
  readonly host: Host;
  /** What was requested from the host since the site was kept. */
  readonly asked: string[];
}

/** A browser context that visited the site and keeps all of it; made when a test first needs it, and shared by all. */
export class KeptSite {
  private kept: Promise<Kept> | undefined;

  constructor(
    private readonly browser: Browser,
    private readonly options: BrowserContextOptions,
  ) {}

  get(): Promise<Kept> {
    this.kept ??= this.keep();
    return this.kept;
  }

  private async keep(): Promise<Kept> {
    const host = await startHost(true);
    const context = await this.browser.newContext({
      ...this.options,
      baseURL: host.address,
      serviceWorkers: 'allow',
    });
    const page = await context.newPage();
    await keepWholeSite(page);
    await page.close();
    const asked: string[] = [];
    host.change(({ url = '' }) => {
      asked.push(url);
      return false;
    });
    return { context, host, asked };
  }

  /** Lends the context to one test, as a browser that keeps the site and nothing of the learner's. */
  async lend(visit: Visit, use: (context: BrowserContext) => Promise<void>): Promise<void> {
    const { context, host, asked } = await this.get();
    asked.length = 0;
    await context.setOffline(visit === 'offline');
    await use(context);
    await forgetLearner(context, host.address);
    await context.setOffline(false);
    // The browser requests the service worker's script by itself, to see whether there is a new version; an address
    // that this version does not have may be one of the next.
    const kept = (url: string) => url !== '/sw.js' && existsSync(join(OUT, url.replace(/\?.*/, '')));
    expect(asked.filter(kept)).toEqual([]);
  }

  async end(): Promise<void> {
    if (!this.kept) return;
    const { context, host } = await this.kept;
    await context.close();
    host.close();
  }
}

/** Closes the pages, which may still be about to write, and empties the stores that hold what a learner did. */
async function forgetLearner(context: BrowserContext, origin: string): Promise<void> {
  const pages = context.pages();
  const page = await context.newPage();
  for (const open of pages) await open.close();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb' });
  await page.close();
}
