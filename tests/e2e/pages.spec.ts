import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { PAGES } from '@/scripts/pages';
import { BASE_PATH, OUT } from '@/scripts/project';
import { expect, open, test } from './site';

const THEMES = ['light', 'dark'] as const;

test('the list of pages is the list of what was exported', () => {
  const exported = readdirSync(OUT, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)index\.html$/.test(file))
    .map((file) => (file === 'index.html' ? '/' : `/${dirname(file)}/`))
    .filter((page) => !/^\/(404|_not-found)\//.test(page));
  expect(exported.sort()).toEqual([...PAGES].sort());
});

for (const path of PAGES) {
  for (const theme of THEMES) {
    test(`${path} in ${theme} has nothing axe objects to @phone`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await open(page, path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      ).toEqual([]);
    });
  }

  test(`${path} has one heading, a title, no sideways scrolling, and links that lead somewhere @phone`, async ({
    page,
  }) => {
    await open(page, path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page).toHaveTitle(/Pipeline Tracer/);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
    const targets = await page
      .getByRole('link')
      .evaluateAll((links) =>
        links.flatMap((link) => (link instanceof HTMLAnchorElement ? [link.href] : [])),
      );
    const own = new URL(page.url()).origin;
    for (const target of new Set(targets)) {
      const url = new URL(target);
      if (url.origin !== own) continue;
      const file = decodeURIComponent(url.pathname.slice(BASE_PATH.length));
      expect(existsSync(join(OUT, file.endsWith('/') ? `${file}index.html` : file)), target).toBe(true);
    }
  });
}

test('an address that leads nowhere says so and leads back', async ({ page, watch }) => {
  watch.allow(/404/);
  const answer = await page.goto('/stages/conv9/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('no page');
  await page.getByRole('link', { name: 'Back to the pipeline' }).click();
  await expect(page).toHaveURL('/');
});
