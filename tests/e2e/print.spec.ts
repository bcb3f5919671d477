import { PAGES } from '@/scripts/pages';
import { expect, open, test } from './support/site';

/** The lessons whose figures differ most: maps, a vector, bars. */
const LESSONS = PAGES.filter((page) => /conv1|flatten|output/.test(page));

/** How many canvases have nothing drawn on them. */
const countEmpty = (canvases: readonly Element[]) =>
  canvases.filter((canvas) => {
    const context = canvas instanceof HTMLCanvasElement ? canvas.getContext('2d') : null;
    return !context?.getImageData(0, 0, context.canvas.width, context.canvas.height).data.some(Boolean);
  }).length;

for (const path of LESSONS) {
  test(`a printed lesson has its figures with their values and no controls: ${path}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(page, path);
    // Printing waits for no result of the engine, so everything is computed; but nothing further down has been near the window.
    const spine = page.getByRole('navigation', { name: 'The nine stages' });
    await expect.poll(() => spine.locator('canvas').evaluateAll(countEmpty)).toBe(0);
    const pdf = await page.pdf({ printBackground: false });
    expect(await page.locator('main figure canvas').evaluateAll(countEmpty)).toBe(0);
    await expect(page.locator('main')).not.toContainText(/on (its|their) way/);
    // Each distinct canvas has its image on paper; equal ones are there once, and a
    // single pixel is drawn as an area.
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const images = await page
      .locator('main canvas:visible')
      .evaluateAll(
        (all) =>
          new Set(
            all
              .map((one) => one instanceof HTMLCanvasElement && one.width > 1 && one.toDataURL())
              .filter(Boolean),
          ).size,
      );
    const printed = pdf.toString('latin1').match(/\/Subtype \/Image/g) ?? [];
    expect(printed.length).toBeGreaterThanOrEqual(images);
    await expect(
      page.locator(':is(nav, input, select, textarea, dialog, .button, .button-quiet):visible'),
    ).toHaveCount(0);
    const ink = await page
      .locator('main p')
      .first()
      .evaluate((element) => getComputedStyle(element).color);
    expect(ink).toMatch(/^rgb\((0, 0, 0|51, 51, 51)\)$/);
  });
}
