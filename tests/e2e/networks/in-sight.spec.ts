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
  for (const [path, name, standing] of [
    ['/stages/conv1/', 'Drawings', /59\.0% of (200 )?test images right/],
    ['/epochs/?network=digits', 'Digits', /99\.3% of (3,000 )?test images right/],
    ['/see/?network=photographs', 'Photographs', /84\.8% of (10,000 )?test images right/],
    ['/de/epochs/?network=digits', 'Ziffern', /99,3.% (von 3\.000 Testbildern|der Testbilder) richtig/],
  ] as const) {
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
  await expect(line(page)).toContainText(/with the weights that you trained; \d+\.\d% of test images right/, {
    timeout: 60_000,
  });
});
