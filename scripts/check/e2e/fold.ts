/**
 * `npm run check:fold`: where the first figure of each page begins, and how much of a phone the header takes. Fails where
 * a figure begins below the middle of a desktop's window, or the header of a phone is over 260 pixels high. Words after
 * `--` choose pages.
 */
import type { Browser, Page } from 'playwright';
import { firstLiveMap, launch, withSite } from '../../browser';
import { build } from '../../build/build';
import { PAGES, pageName } from '../../pages';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** The limits, in pixels from the top of the page. */
const MOST_FIGURE = DESK.height / 2;
const MOST_HEADER = 260;

/** What counts as a figure: what is drawn, and an editor; tables and forms are read, and a thumbnail without a name is decoration. */
const FIGURE =
  'main :is(figure, canvas:not([aria-hidden=true]), svg[role=img], [role=application], .cm-editor)';

interface Fold {
  /** Where the content begins. */
  readonly header: number;
  /** Where its first figure does; null where a page is text alone. */
  readonly figure: number | null;
}

const PATIENCE_MS = 60_000;
/** Smaller things are icons. */
const LEAST = 40;

async function measure(page: Page): Promise<Fold> {
  const figures = await page.locator(FIGURE).evaluateAll(
    (all, least) =>
      all
        .map((element) => element.getBoundingClientRect())
        .filter(({ width, height }) => width > least && height > least)
        .map(({ top }) => Math.round(top + window.scrollY)),
    LEAST,
  );
  const header = await page
    .locator('main')
    .evaluate((main) => Math.round(main.getBoundingClientRect().top + window.scrollY));
  return { header, figure: figures.length > 0 ? Math.min(...figures) : null };
}

async function foldOf(browser: Browser, address: string, viewport: typeof DESK): Promise<Fold> {
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  await page.goto(address);
  await firstLiveMap(page, PATIENCE_MS);
  await page.evaluate(() => document.fonts.ready);
  const fold = await measure(page);
  await page.close();
  return fold;
}

const wanted = process.argv.slice(2);
const pages = PAGES.filter(
  (page) => wanted.length === 0 || wanted.some((word) => pageName(page).includes(word)),
);
if (!process.env.SITE_URL) await build();
const browser = await launch();
let faults = 0;
await withSite(async (address) => {
  for (const path of pages) {
    const desk = await foldOf(browser, address + path, DESK);
    const phone = await foldOf(browser, address + path, PHONE);
    const late = desk.figure !== null && desk.figure > MOST_FIGURE;
    const high = phone.header > MOST_HEADER;
    if (late || high) faults += 1;
    const sign = late || high ? '✗' : '✓';
    console.log(
      `${sign} ${path.padEnd(22)} desktop: figure at ${desk.figure ?? '–'}, phone: header ${phone.header}, figure at ${phone.figure ?? '–'}`,
    );
  }
});
await browser.close();
console.log(`${faults} of ${pages.length} pages hide their figure or open below a high header`);
process.exitCode = faults > 0 ? 1 : 0;
