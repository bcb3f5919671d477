import type { Locator, Page } from '@playwright/test';
import { expect, open, test } from '../support/site';

/** As much of a window as may stay covered while one reads: the strip, with the words of the network above it. */
const MOST = { desktop: 97, phone: 51 };

/** A font's box is higher than its letters. */
const SLACK = 4;

const button = (page: Page): Locator => page.getByRole('button', { name: /^(Network|Netz)/ });
const line = (page: Page): Locator => page.getByRole('region', { name: /^(Network|Netz)$/ });

/** Where the words of an element stand in the window. */
const wordsBox = (element: Locator) =>
  element.evaluate((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const { top, bottom, left, right } = range.getBoundingClientRect();
    return { top, bottom, left, right };
  });

async function expectInSight(page: Page, name: string, standing: RegExp): Promise<void> {
  await page.evaluate(() => window.scrollTo({ top: 1200, behavior: 'instant' }));
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(300);
  const shown = line(page).getByText(standing).filter({ visible: true });
  for (const words of [button(page).getByText(name, { exact: true }), shown]) {
    await expect(words).toBeVisible();
    const { top, bottom } = await wordsBox(words);
    expect.soft(top, `${name} is cut off at the top`).toBeGreaterThanOrEqual(-SLACK);
    expect.soft(bottom, `${name} has scrolled away`).toBeLessThan(40);
  }
  // Nothing of the strip lies on it.
  const hit = await shown.evaluate((one) => {
    const { left, top, height } = one.getBoundingClientRect();
    const found = document.elementFromPoint(left + 4, Math.max(2, top + height / 2));
    return found === one || one.contains(found);
  });
  expect.soft(hit, `${name} is covered`).toBe(true);
}

test('name and result of the network stay in sight while one reads, and nothing more does @phone', async ({
  page,
  isMobile,
}) => {
  for (const [path, name, whole, brief] of [
    ['/stages/conv1/', 'Drawings', /59\.0% of 200 test images right/, /^emoji, 59\.0% right$/],
    ['/epochs/?network=digits', 'Digits', /99\.3% of 3,000 test images right/, /^MNIST, 99\.3% right$/],
    [
      '/see/?network=photographs',
      'Photographs',
      /84\.8% of 10,000 test images right/,
      /^CIFAR-10, 84\.8% right$/,
    ],
    [
      '/de/epochs/?network=digits',
      'Ziffern',
      /99,3.% von 3\.000 Testbildern richtig/,
      /^MNIST, 99,3.% richtig$/,
    ],
  ] as const) {
    const standing = isMobile ? brief : whole;
    await open(page, path);
    await expect(button(page)).toContainText(name);
    await expectInSight(page, name, standing);
    // What it was trained on is said of the button too, which leads to the choice of networks.
    await expect(button(page)).toHaveAttribute('title', /(trained on|trainiert mit) [\d,.]+ /);
    const bar = await page.locator('[data-site]:has([data-stages])').boundingBox();
    if (!bar) throw new Error('no bar');
    expect.soft(bar.y + bar.height, path).toBeLessThanOrEqual(isMobile ? MOST.phone : MOST.desktop);
  }
  await button(page).click();
  await expect(page.getByRole('radio', { name: /^Ziffern/ })).toBeChecked();
});

test('on the narrowest phones name, set and result of each network stand in one line, uncut @phone-only', async ({
  page,
}) => {
  for (const path of ['/trace/', '/de/trace/'])
    for (const network of ['drawings', 'photographs', 'digits']) {
      await open(page, `${path}?network=${network}`);
      for (const width of [320, 360, 375, 390]) {
        const at = `${path} ${network} ${width}`;
        await page.setViewportSize({ width, height: 844 });
        const shown = line(page).locator('p > span').filter({ visible: true }).first();
        await expect(shown, at).toContainText(/^(emoji|Emojis|CIFAR-10|MNIST), \d\d[.,]\d.?%/);
        for (const words of [button(page).locator('b'), line(page).locator('p').first()])
          expect
            .soft(await words.evaluate((one) => one.scrollWidth - one.clientWidth), at)
            .toBeLessThanOrEqual(0);
        const bar = await page.locator('[data-site]:has([data-stages])').boundingBox();
        expect.soft((bar?.y ?? 0) + (bar?.height ?? 999), at).toBeLessThanOrEqual(113);
        const [words, chip] = await Promise.all([
          wordsBox(shown),
          page.getByRole('button', { name: /^Epoch/ }).boundingBox(),
        ]);
        expect.soft(words.right, at).toBeLessThanOrEqual(chip?.x ?? 0);
      }
    }
});

test('of a network without a result it says so @phone', async ({ page }) => {
  await open(page, '/train/?network=digits');
  await page.getByRole('button', { name: 'Train its layers on the drawings' }).click();
  await expect(line(page)).toContainText('not trained yet');
  await expectInSight(page, 'Digits, on drawings', /^not trained yet$/);
});

test('of a network that the learner trains it says how well that does', async ({ page }) => {
  test.slow();
  await open(page, '/train/');
  await page.getByText('More settings').click();
  await page.getByRole('textbox', { name: 'Training images' }).fill('100');
  await page.getByRole('button', { name: 'One epoch' }).click();
  await expect(line(page)).toContainText(
    /with the weights that you trained; \d+\.\d% of test images right; trained on emoji/,
    {
      timeout: 60_000,
    },
  );
});
