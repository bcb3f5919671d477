import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { CHROMIUM_ARGS, getChromium } from './chromium';
import { BASE_PATH } from './project';
import { serve } from './serve';

/** The mark that the site sets when the first feature map computed live has been painted. */
const FIRST_LIVE_MAP = 'first-live-map';

/** A headless Chromium with an empty cache. `more`: additional arguments for it. */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await getChromium(), args: [...CHROMIUM_ARGS, ...more] });
}

/**
 * A headless Chromium with a fresh profile on disk, as visitors have one: the storage of {@link launch}'s contexts is
 * another process's memory, as in a private window. The profile is deleted afterwards.
 */
export async function withProfile<T>(use: (context: BrowserContext) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: await getChromium(),
    args: [...CHROMIUM_ARGS],
    viewport: { width: 1440, height: 900 },
  });
  try {
    return await use(context);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Serves the built site while `use` runs, or uses the running one that SITE_URL names. `use` receives the address without a slash at its end. */
export async function withSite<T>(use: (address: string) => Promise<T>): Promise<T> {
  const running = process.env.SITE_URL;
  if (running) return use(running.replace(/\/$/, ''));
  const { port, close } = await serve(0);
  try {
    return await use(`http://localhost:${port}${BASE_PATH}`);
  } finally {
    close();
  }
}

/** Waits until the first live feature map is painted; returns when that was, in milliseconds from the start of the navigation. */
export async function firstLiveMap(page: Page, timeout: number): Promise<number> {
  const handle = await page.waitForFunction(
    (name) => performance.getEntriesByName(name)[0]?.startTime,
    FIRST_LIVE_MAP,
    { timeout },
  );
  const at = await handle.jsonValue();
  if (at === undefined) throw new Error(`${page.url()} never set the mark ${FIRST_LIVE_MAP}`);
  return at;
}
