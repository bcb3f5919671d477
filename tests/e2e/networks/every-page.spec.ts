import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { STAGE_PAGE } from '@/lib/store/subject/stage-address';
import { PAGES } from '@/scripts/pages';
import { BASE_PATH, OUT, ROOT } from '@/scripts/project';
import { expect, open, test } from '../support/site';
import { falseWords, GERMAN_SUSPECTS, SUSPECTS } from './false-words';

const TINY_VGG = join(process.env.PIPELINE_MODELS ?? join(ROOT, '..', 'shared', 'models'), 'tinyvgg');

/** Pages that are about the words themselves, the network that is being built, or all networks. */
const NOT_ABOUT_IT = /^\/(glossary|credits|build|networks|open)\//;

/**
 * The text of a page, and what is read out or shown on pointing, without the numbers that are stated as those of the course's
 * network and without the options of a choice, which say nothing of any network.
 */
const textOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return '';
    for (const left of copy.querySelectorAll(
      'script, style, [href^="#measured-"], [id^="measured-"], [data-course], option',
    ))
      left.remove();
    const labels = [...copy.querySelectorAll('[aria-label], [title], [alt]')].flatMap((one) =>
      ['aria-label', 'title', 'alt'].map((name) => one.getAttribute(name) ?? ''),
    );
    return [document.title, copy.textContent, ...labels].join(' § ').replace(/\s+/g, ' ');
  });

/** Links of a page that lead to no page of the site, or to no place of this page. */
const deadLinks = async (page: Page): Promise<readonly string[]> => {
  const links = await page.getByRole('link').evaluateAll((all) =>
    all.flatMap((one) => {
      if (!(one instanceof HTMLAnchorElement) || one.origin !== location.origin) return [];
      const here = one.pathname === location.pathname && one.hash.length > 1;
      const isPlace = !here || one.hash.includes('=') || document.getElementById(one.hash.slice(1)) !== null;
      return [{ path: one.pathname, place: isPlace ? '' : one.hash }];
    }),
  );
  const paths = [...new Set(links.map(({ path }) => path))].filter(
    (one) => one.startsWith(BASE_PATH) && one.endsWith('/'),
  );
  return [
    ...paths.filter((one) => !existsSync(join(OUT, one.slice(BASE_PATH.length), 'index.html'))),
    ...links.flatMap(({ place }) => (place ? [place] : [])),
  ];
};

/** Opens Tiny VGG from its files; answers its id. */
async function openTinyVgg(page: Page): Promise<string> {
  await open(page, '/open/');
  const files = ['model.json', 'group1-shard1of1.bin'].map((name) => join(TINY_VGG, name));
  await page.getByLabel('Files of a network').setInputFiles(files);
  await page.getByRole('button', { name: 'Use this network' }).click({ timeout: 30_000 });
  await expect(page).toHaveURL(/network=net-/, { timeout: 30_000 });
  return new URL(page.url()).searchParams.get('network') ?? '';
}

/** Builds LeNet-5 from its preset; answers its id. */
async function buildLenet(page: Page): Promise<string> {
  await open(page, '/build/');
  await page.getByLabel('Start from').selectOption('lenet');
  await page.getByRole('button', { name: 'Start from this' }).click();
  await page.getByRole('button', { name: 'Open this network' }).click();
  await expect(page).toHaveURL(/network=net-/, { timeout: 30_000 });
  return new URL(page.url()).searchParams.get('network') ?? '';
}

const MADE: Readonly<Record<string, (page: Page) => Promise<string>>> = {
  tinyVgg: openTinyVgg,
  lenet: buildLenet,
};

/** The lessons on a network's own stages. `start`: how the addresses of a language begin. */
async function stagesOf(page: Page, network: string, start: string): Promise<readonly string[]> {
  await page.goto(`${start}/trace/?network=${network}`);
  const ids = page.locator('[data-stages] a');
  await expect(ids.first()).toHaveAttribute('href', /stage=/);
  const hrefs = await ids.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  return hrefs.map((href) => `${STAGE_PAGE}?stage=${new URLSearchParams(href.split('?')[1]).get('stage')}`);
}

const CASES = [
  ...Object.entries(SUSPECTS).map(([network, suspect]) => ({ network, suspect, start: '' })),
  ...Object.entries(GERMAN_SUSPECTS).map(([network, suspect]) => ({ network, suspect, start: '/de' })),
];
for (const { network, suspect, start } of CASES)
  test(`every page${start && ' in German @first-visit'} is true of the network of ${network}, and its links lead somewhere @thorough`, async ({
    page,
  }) => {
    test.setTimeout(900_000);
    const id = (await MADE[network]?.(page)) ?? network;
    const pages = [...PAGES.filter((one) => !NOT_ABOUT_IT.test(one)), ...(await stagesOf(page, id, start))];
    for (const path of pages)
      await test.step(path, async () => {
        await page.goto(`${start}${path}${path.includes('?') ? '&' : '?'}network=${id}`);
        await expect(page.getByRole('button', { name: /^(Network|Netz)/ })).not.toContainText(
          /Drawings|Zeichnungen/,
        );
        await page.waitForTimeout(2500);
        const text = await textOf(page);
        expect.soft(falseWords(text, suspect), path).toEqual([]);
        expect.soft(/undefined|NaN|\[object/.exec(text)?.[0] ?? null, path).toBeNull();
        expect.soft(await deadLinks(page), path).toEqual([]);
      });
  });
