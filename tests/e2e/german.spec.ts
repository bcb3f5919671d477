import type { Page } from '@playwright/test';
import { PAGES } from '@/scripts/pages';
import { expectToFitNarrow } from './support/narrow';
import { expect, liveMaps, open, test } from './support/site';

/** Short words that occur in nearly every English sentence and in no German one. */
const ENGLISH =
  /\b(the|and|of|with|without|from|this|that|these|its|is|are|has|have|not|you|your|each|which|what|when|where|how|image|images|weight|weights|layer|layers)\b/i;

/** All text of a page: visible or not, and its labels; code and text marked as English is left out. */
const wordsOf = (page: Page) =>
  page.evaluate(() => {
    // Italics in a list are the title of a paper.
    const apart = 'script, style, code, pre, math, .cm-editor, [lang="en"], li em';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) {
      const { parentElement, nodeValue } = walker.currentNode;
      if (nodeValue && !parentElement?.closest(apart)) texts.push(nodeValue);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [alt], [placeholder]'))
      if (!element.closest(apart))
        for (const name of ['aria-label', 'title', 'alt', 'placeholder'])
          texts.push(element.getAttribute(name) ?? '');
    return [document.title, ...texts];
  });

test('no German page contains English or is too wide @first-visit', async ({ page }) => {
  test.setTimeout(300_000);
  for (const path of PAGES)
    await test.step(path, async () => {
      await open(page, `/de${path}`);
      await expect(page.locator('html')).toHaveAttribute('lang', 'de');
      expect
        .soft(
          (await wordsOf(page)).filter((words) => ENGLISH.test(words)),
          path,
        )
        .toEqual([]);
      // German words are longer.
      await expectToFitNarrow(page);
    });
});

test('the other language is one click away, at the same place with the same choices @first-visit', async ({
  page,
}) => {
  await open(page, '/stages/conv1/?picture=frog-1');
  const way = page.getByRole('link', { name: 'DE: diese Seite auf Deutsch' });
  await way.press('Enter');
  await expect(page).toHaveURL(/\/de\/stages\/conv1\/\?picture=frog-1$/);
  await expect(page.getByRole('navigation', { name: 'Der Rundgang' })).toBeVisible();
  await liveMaps(page);
  await page.getByRole('link', { name: 'EN: this page in English' }).click();
  await expect(page).toHaveURL(/localhost:\d+\/stages\/conv1\/\?picture=frog-1$/);
  await expect(page.getByRole('navigation', { name: 'The walk' })).toBeVisible();
});
