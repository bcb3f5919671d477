/**
 * `npm run shots`: a screenshot of every page, on a phone and a desktop, light, dark and in forced colours, and of every lesson
 * as printed, into shots/; and of every page with the inspector open beside it. Words after `--` choose pages: `npm run shots -- train quiz`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { firstLiveMap, launch, withSite } from '../browser';
import { build } from '../build/build';
import { PAGES, pageName } from '../pages';
import { ROOT } from '../project';

const SHOTS = join(ROOT, 'shots');
const SIZES = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
] as const;
/** The width at which the inspector leaves least beside it. */
const BETWEEN = { width: 1024, height: 768 };
/** The way to a value in the middle of the network, as the address has it. */
const EXPLAINED = 'conv2.14.14.0*pool1.14.14.0';
/** A sheet of A4 at 96 pixels an inch, minus the browser's margins. */
const SHEET = { width: 718, height: 1046 };
/** The maximum time for content near the window to be drawn. */
const NEAR_MS = 1500;
const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced-light': { colorScheme: 'light', forcedColors: 'active' },
  'forced-dark': { colorScheme: 'dark', forcedColors: 'active' },
};

/** Opens a page and waits until it looks as it does to a reader who has scrolled through all of it. */
async function open(browser: Browser, url: string, look: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage({ reducedMotion: 'reduce', ...look });
  await page.goto(url);
  await firstLiveMap(page, 30_000);
  await page.evaluate(() => document.fonts.ready);
  // A lesson's figures get their values when they are near the window.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.waitForTimeout(NEAR_MS);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForLoadState('networkidle');
  return page;
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
  console.log(join('shots', `${name}.png`));
}

async function shootScreens(browser: Browser, address: string, path: string): Promise<void> {
  for (const viewport of SIZES)
    for (const [word, look] of Object.entries(LOOKS)) {
      const page = await open(browser, `${address}${path}`, { ...look, viewport });
      await shoot(page, `${pageName(path)}-${viewport.width}-${word}`);
      await page.close();
    }
}

/** A page with a value being explained: the content has to fit beside it. */
async function shootInspector(browser: Browser, address: string, path: string): Promise<void> {
  for (const viewport of [...SIZES, BETWEEN]) {
    const page = await open(browser, `${address}${path}?way=${EXPLAINED}`, { viewport });
    await page.getByRole('dialog').waitFor();
    await shoot(page, `${pageName(path)}-${viewport.width}-inspector`);
    await page.close();
  }
}

/** A lesson on paper: the sheets, and all of it in one image. */
async function shootPrint(browser: Browser, address: string, path: string): Promise<void> {
  const page = await open(browser, `${address}${path}`, { colorScheme: 'dark', viewport: SHEET });
  const name = `${pageName(path)}-print`;
  await page.pdf({ path: join(SHOTS, `${name}.pdf`), format: 'A4' });
  console.log(join('shots', `${name}.pdf`));
  await page.emulateMedia({ media: 'print' });
  await shoot(page, name);
  await page.close();
}

const wanted = process.argv.slice(2);
const pages = PAGES.filter(
  (page) => wanted.length === 0 || wanted.some((word) => pageName(page).includes(word)),
);
mkdirSync(SHOTS, { recursive: true });
if (!process.env.SITE_URL) await build();
const browser = await launch();
await withSite(async (address) => {
  for (const page of pages) {
    await shootScreens(browser, address, page);
    await shootInspector(browser, address, page);
    if (page.startsWith('/stages/')) await shootPrint(browser, address, page);
  }
});
await browser.close();
