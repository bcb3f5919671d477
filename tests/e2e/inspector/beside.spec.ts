import type { Page } from '@playwright/test';
import { PAGES } from '../../../scripts/pages';
import { inspectorOf } from '../support/inspector';
import { expect, open, test } from '../support/site';

/** The window in which the inspector leaves least beside it. */
const BETWEEN = { width: 1024, height: 768 };
const VALUE = 'conv2.14.14.0*pool1.14.14.0';

/** What lies under the open inspector, or would have to be scrolled to sideways; parts that scroll by themselves may be wider. */
const hidden = (page: Page) =>
  page.evaluate(() => {
    const room = document.querySelector('dialog[open]')?.getBoundingClientRect().left ?? 0;
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element.tagName !== 'BODY' &&
      (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    return [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((element) => {
        const { right, width, height } = element.getBoundingClientRect();
        const seen = width > 1 && height > 1 && getComputedStyle(element).visibility === 'visible';
        return seen && right > room + 1 && !scrolls(element);
      })
      .map((element) => `${element.outerHTML.slice(0, 80)} ${element.getBoundingClientRect().right}`);
  });

async function expectRoomOn(page: Page, path: string): Promise<void> {
  await page.setViewportSize(BETWEEN);
  await open(page, `${path}?way=${VALUE}`);
  await expect(inspectorOf(page).inspector).toBeVisible();
  await expect.poll(() => hidden(page), { message: path }).toEqual([]);
}

test('beside the inspector nothing is covered, in a window of 1024 pixels', async ({ page }) => {
  for (const path of ['/', '/trace/', '/train/', '/modes/deep-dive/']) await expectRoomOn(page, path);
});

test('beside the inspector the names of the layers keep to one line @first-visit', async ({ page }) => {
  await page.setViewportSize(BETWEEN);
  for (const language of ['', '/de']) {
    await open(page, `${language}/trace/?stage=conv2&channel=8&way=${VALUE}`);
    const names = page.locator('main ol').first().getByRole('button');
    await expect(names).toHaveCount(8);
    const heights = await names.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(new Set(heights).size, language).toBe(1);
  }
});

test('beside the inspector the editor of Try it has the width of the page', async ({ page }) => {
  for (const width of [1280, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await open(page, `/modes/try-it/?way=${VALUE}`);
    const editor = await page.locator('.cm-editor').boundingBox();
    expect(editor?.width, `${width} pixels`).toBeGreaterThan(560);
  }
});

test('beside the inspector nothing is covered on any page @thorough', async ({ page }) => {
  test.setTimeout(300_000);
  for (const path of PAGES.filter((one) => !/film|space|^\/stage\/$/.test(one)))
    await expectRoomOn(page, path);
});
