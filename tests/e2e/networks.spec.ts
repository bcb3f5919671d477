import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PAGES } from '@/scripts/pages';
import { BASE_PATH, OUT, ROOT } from '@/scripts/project';
import { expectNoViolations } from './support/axe';
import { inspectorOf } from './support/inspector';
import { expect, open, test } from './support/site';

const TINY_VGG = join(process.env.PIPELINE_MODELS ?? join(ROOT, '..', 'shared', 'models'), 'tinyvgg');
const networkButton = (page: Page) => page.getByRole('button', { name: /^Network/ });
const spine = (page: Page) => page.getByRole('navigation', { name: /^The (nine|\d+) stages$/ });

async function choose(page: Page, name: RegExp): Promise<void> {
  await networkButton(page).click();
  await page.getByRole('radio', { name }).check();
  await page.keyboard.press('Escape');
}

test('a network is chosen in the head, every page follows, and the address keeps it @phone', async ({
  page,
  isMobile,
}) => {
  await open(page, '/trace/');
  await expect(networkButton(page)).toContainText('Drawings');
  await networkButton(page).click();
  await expect(page.getByRole('radio', { name: /^Drawings/ })).toBeChecked();
  if (!isMobile) await expectNoViolations(page, '#network-choice');
  await page.getByRole('radio', { name: /^Digits/ }).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/network=digits/);
  await expect(networkButton(page)).toContainText('Digits');
  await expect(page.getByText('99.3% of 3,000 test images right').first()).toBeVisible();
  await expect(spine(page).getByText('28×28×16')).toHaveCount(1);
  await expect(page.getByText('sample seven-1', { exact: false }).first()).toBeVisible();

  // A narrow header has room for the menu alone.
  if (isMobile) await page.getByRole('button', { name: 'Menu' }).click();
  const links = isMobile ? page.getByRole('navigation', { name: 'All pages' }) : page;
  await links.getByRole('link', { name: isMobile ? /^Epochs/ : /^Epochs$/ }).click();
  await expect(page).toHaveURL(/\/epochs\/\?network=digits/);
  await expect(page.getByText('An epoch is one pass over all 55,000 training images.')).toBeVisible();

  await page.reload();
  await expect(spine(page).getByText('28×28×16')).toHaveCount(1);
  await choose(page, /^Drawings/);
  await expect(page).not.toHaveURL(/network=/);
  await expect(spine(page).getByText('62×62×32')).toHaveCount(1);
});

test('a seven that is drawn is followed from its answer to its pixels', async ({ page }) => {
  await open(page, '/?network=digits');
  const pad = page.getByRole('application', { name: /^The pad/ });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('no pad');
  const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(0.25, 0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.75, 0.2), { steps: 12 });
  await page.mouse.move(...at(0.45, 0.85), { steps: 16 });
  await page.mouse.up();
  const answer = page.getByText(/For your image the network predicts/);
  await expect(answer).toContainText('7');
  await page.getByRole('button', { name: 'Keep the drawing' }).click();
  await page.getByRole('link', { name: 'Step through the prediction' }).click();
  await page.getByRole('button', { name: /output$/ }).click();
  await page.getByRole('button', { name: /^Explain this value/ }).click();
  const { inspector, head, path } = inspectorOf(page);
  await expect(head).toHaveText(/^output, /);
  await inspector.getByRole('button', { name: 'To the pixels' }).click();
  await expect(head).toHaveText(/^input, /);
  await expect(path).toHaveCount(9);
});

test('drawings and photographs go through both networks, with every prediction’s confidence', async ({
  page,
}) => {
  await open(page, '/networks/#out-of-distribution');
  await page.getByRole('button', { name: 'Compare both networks' }).click();
  const summary = page.getByRole('table', { name: /^Correct predictions/ });
  await expect(summary.getByRole('cell', { name: /^\d of \d correct, [\d.>]+% confident$/ })).toHaveCount(4);
  const each = page.getByRole('table', { name: /^Every image/ });
  await expect(each.getByRole('row')).toHaveCount(15);
  const plane = each.getByRole('row').filter({ has: page.locator('img[src*="airplane-photo-1"]') });
  await expect(plane.getByRole('cell').last()).toHaveText(/Correct: airplane, \d+\.\d%/);
  await expectNoViolations(page, 'section[aria-labelledby="out-of-distribution"]');
});

test('an unknown network is reported, and the course’s is shown', async ({ page }) => {
  await open(page, '/trace/?network=no-such-net');
  await expect(page.getByText(/no network called “no-such-net”/)).toBeVisible();
  await expect(networkButton(page)).toContainText('Drawings');
});

/** What is true of the course's network alone, or of colours where there are none. */
const FALSE: Readonly<Record<string, RegExp>> = {
  // Its first convolution has 28 × 28 × 16 = 12,544 values, as many as the course's vector.
  digits: /64 × 64|62 × 62|1,626,442|\bartist|\bRGB\b|\b(red|green|blue) (values|channel)/,
  photographs: /64 × 64|12,544|62 × 62|1,626,442|\bnine stages\b|\bartists the network learns from/,
  // It has 14 stages, four convolutions of ten filters, and colour images of 64 × 64, as the course's.
  tinyVgg:
    /12,544|1,626,442|29 × 29|\b(nine|eight) (stages|layers|lessons)\b|\bten drawings|\b(32|64) (filters|maps|feature maps)\b|\bartists the network learns from/,
};
/** Pages that are about the course, the words themselves, the network that is being built, or all networks. */
const NOT_ABOUT_IT = /^\/(glossary|credits|build|networks|open)\//;
/**
 * The text of a page without the numbers that are stated as those of the course's network, and without the options of
 * a choice, which say nothing of any network.
 */
const withoutClaims = (page: Page): Promise<string> =>
  page.locator('main').evaluate((main) => {
    const copy = main.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return '';
    for (const left of copy.querySelectorAll(
      '[href^="#measured-"], [id^="measured-"], [data-course], option',
    ))
      left.remove();
    return copy.textContent ?? '';
  });

/** Opens Tiny VGG from its files; answers its id. */
async function openTinyVgg(page: Page): Promise<string> {
  await open(page, '/open/');
  const files = ['model.json', 'group1-shard1of1.bin'].map((name) => join(TINY_VGG, name));
  await page.getByLabel('Files of a network').setInputFiles(files);
  await page.getByRole('button', { name: 'Use this network' }).click({ timeout: 30_000 });
  await expect(page).toHaveURL(/network=net-/, { timeout: 30_000 });
  return new URL(page.url()).searchParams.get('network') ?? '';
}

for (const [network, wrong] of Object.entries(FALSE))
  test(`every page is true of the network of ${network}, and its links lead somewhere @thorough`, async ({
    page,
  }) => {
    test.setTimeout(900_000);
    const id = network === 'tinyVgg' ? await openTinyVgg(page) : network;
    for (const path of PAGES.filter((one) => !NOT_ABOUT_IT.test(one)))
      await test.step(path, async () => {
        await page.goto(`${path}?network=${id}`);
        await expect(networkButton(page)).not.toContainText('Drawings');
        await page.waitForTimeout(2500);
        const text = await withoutClaims(page);
        expect.soft(wrong.exec(text)?.[0] ?? null, path).toBeNull();
        expect.soft(/undefined|NaN|\[object/.exec(text)?.[0] ?? null, path).toBeNull();
        const links = await page
          .getByRole('link')
          .evaluateAll((all) =>
            all.flatMap((one) => (one instanceof HTMLAnchorElement ? [one.pathname] : [])),
          );
        const missing = [...new Set(links)]
          .filter((one) => one.startsWith(BASE_PATH) && one.endsWith('/'))
          .filter((one) => !existsSync(join(OUT, one.slice(BASE_PATH.length), 'index.html')));
        expect.soft(missing, path).toEqual([]);
      });
  });
