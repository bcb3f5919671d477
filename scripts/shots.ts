/**
 * `npm run shots`: a picture of every page, on a phone and a desk, light and dark, into shots/.
 * Words after `--` choose pages: `npm run shots -- train quiz`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { firstLiveMap, launch, withSite } from './browser';
import { build } from './build';
import { PAGES, pageName } from './pages';
import { ROOT } from './project';

const SHOTS = join(ROOT, 'shots');
const SIZES = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
] as const;
/** How long what is near takes to be drawn, at most. */
const NEAR_MS = 1500;
const THEMES = ['light', 'dark'] as const;

async function shoot(browser: Browser, address: string, path: string): Promise<void> {
  for (const viewport of SIZES) {
    for (const colorScheme of THEMES) {
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(`${address}${path}`);
      await firstLiveMap(page, 30_000);
      await page.evaluate(() => document.fonts.ready);
      // A lesson's figures have their values when they are near: a reader comes by all of them.
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await page.waitForTimeout(NEAR_MS);
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.waitForLoadState('networkidle');
      const name = `${pageName(path)}-${viewport.width}-${colorScheme}.png`;
      await page.screenshot({ path: join(SHOTS, name), fullPage: true });
      await context.close();
      console.log(join('shots', name));
    }
  }
}

const wanted = process.argv.slice(2);
const pages = PAGES.filter(
  (page) => wanted.length === 0 || wanted.some((word) => pageName(page).includes(word)),
);
mkdirSync(SHOTS, { recursive: true });
if (!process.env.SITE_URL) await build();
const browser = await launch();
await withSite(async (address) => {
  for (const page of pages) await shoot(browser, address, page);
});
await browser.close();
