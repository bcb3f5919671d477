import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { referencePipeline } from '@/lib/course/reference';
import { mainThreadScriptBytes } from '@/scripts/bench/measure-load';
import { PAGES } from '@/scripts/pages';
import { BASE_PATH, OUT } from '@/scripts/project';
import { expectNoViolations, expectNoViolationsInLight } from './support/axe';
import { expectToFitNarrow } from './support/narrow';
import { expect, open, test } from './support/site';
import { expectTargetsToBeTouched } from './support/targets';

const sidewaysScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The files of the export that the links of a page lead to. */
async function linkedFiles(page: Page): Promise<Set<string>> {
  const targets = await page
    .getByRole('link')
    .evaluateAll((links) => links.flatMap((link) => (link instanceof HTMLAnchorElement ? [link.href] : [])));
  const own = targets
    .map((target) => new URL(target))
    .filter(({ origin }) => origin === new URL(page.url()).origin);
  return new Set(
    own.map(({ pathname }) => {
      const file = decodeURIComponent(pathname.slice(BASE_PATH.length));
      return file.endsWith('/') ? `${file}index.html` : file;
    }),
  );
}

test('the list of pages matches the export', () => {
  const exported = readdirSync(OUT, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)index\.html$/.test(file))
    .map((file) => (file === 'index.html' ? '/' : `/${dirname(file)}/`))
    .filter((page) => !/\/(404|_not-found)\//.test(page));
  const german = PAGES.map((page) => `/de${page}`);
  expect(exported.sort()).toEqual([...PAGES, ...german].sort());
});

test('each page passes axe, has one heading and a title, and its links lead somewhere @phone-check', async ({
  page,
  isMobile,
}) => {
  // In one browser context: what the pages share is fetched once.
  test.setTimeout(600_000);
  for (const path of PAGES)
    await test.step(path, async () => {
      await open(page, path);
      // Parts of a page that are fetched late belong to it.
      await page.waitForLoadState('networkidle');
      await expect.soft(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
      await expect.soft(page, path).toHaveTitle(/Pipeline Tracer/);
      expect.soft(await sidewaysScroll(page), path).toBeLessThanOrEqual(0);
      const missing = [...(await linkedFiles(page))].filter((target) => !existsSync(join(OUT, target)));
      expect.soft(missing, path).toEqual([]);
      await expectNoViolationsInLight(page);
      if (isMobile) await expectTargetsToBeTouched(page);
      else await expectToFitNarrow(page);
    });
});

test('what opens above a page can be touched @phone-only', async ({ page }) => {
  for (const path of ['/trace/?way=output.2', '/trace/?way=conv2.14.14.0*pool1.14.14.0']) {
    await open(page, path);
    await page.getByRole('dialog').getByText('What does each pixel contribute?').waitFor();
    await expectTargetsToBeTouched(page, '[role=dialog], dialog');
  }
  await open(page, '/trace/');
  await page.getByRole('button', { name: /Network/ }).click();
  await page.getByRole('link', { name: 'Open a network' }).waitFor();
  await expectTargetsToBeTouched(page, '#network-choice');
  await open(page, '/film/');
  await page.getByRole('checkbox', { name: 'Voice' }).waitFor();
  await expectTargetsToBeTouched(page);
});

test('each page passes axe in the dark @thorough', async ({ page }) => {
  test.setTimeout(600_000);
  for (const path of PAGES)
    await test.step(path, async () => {
      await open(page, path);
      await expectNoViolations(page);
    });
});

test('an address that leads nowhere says so and links back', async ({ page, watch }) => {
  watch.allow(/404/);
  const answer = await page.goto('/stages/conv9/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('no page');
  await page.getByRole('link', { name: 'Back to the pipeline' }).click();
  await expect(page).toHaveURL('/');
});

/** Where a page ends that is no lesson, which leads to the next lesson; the trace ends with its last stage. */
const ENDS = PAGES.filter((path) => path !== '/' && !path.startsWith('/stage')).map((path) =>
  path === '/trace/' ? '/trace/?stage=output' : path,
);

test('where a page ends, it says what comes next @phone-check', async ({ page }) => {
  test.setTimeout(240_000);
  for (const path of ENDS) {
    await page.goto(path);
    const next = page.getByRole('navigation', { name: 'What comes next' });
    await expect.soft(next.getByRole('link').first(), path).toBeVisible();
  }
});

test.describe('what a lesson loads', () => {
  // As every host sends it.
  test.use({ extraHTTPHeaders: { 'Accept-Encoding': 'gzip' } });

  test('each lesson loads at most 200 KB of script @first-visit', async ({ page }) => {
    for (const { id: stage } of referencePipeline.stages) {
      for (const path of [`/stages/${stage}/`, `/de/stages/${stage}/`]) {
        await open(page, path);
        await page.waitForLoadState('networkidle');
        const bytes = await mainThreadScriptBytes(page);
        expect.soft(bytes, path).toBeGreaterThan(100 * 1024);
        expect.soft(bytes, path).toBeLessThanOrEqual(200 * 1024);
      }
    }
  });
});
