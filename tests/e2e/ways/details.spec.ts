/** Small things that are easily lost: each was wrong once. */
import type { Locator } from '@playwright/test';
import { expect, open, test } from '../support/site';

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) throw new Error(`nothing is drawn for ${element}`);
  return box;
}

test('on a phone an image is chosen and its prediction read without scrolling @phone-only', async ({
  page,
}) => {
  await open(page, '/');
  const answer = page.getByText(/^For this \w+ the network predicts/);
  await expect(answer).toContainText('For this cat');
  for (const name of ['ship', 'dog']) {
    await page.locator('label').filter({ hasText: name }).first().tap();
    await expect(answer).toContainText(`For this ${name}`);
    await expect(answer).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  }
});

test('beside a photograph the drawings that are most like it for the network can be seen', async ({
  page,
}) => {
  await open(page, '/');
  await page.getByRole('button', { name: 'More images' }).click();
  const photographs = page.getByRole('group', { name: 'Photographs' });
  await photographs.getByText('cat').first().click();
  await page.getByRole('button', { name: 'Show the nearest training images' }).click();
  const notice = page.locator('.notice');
  await expect(notice.locator('canvas, img').first()).toBeVisible({ timeout: 60_000 });
  expect(await notice.locator('canvas, img').count()).toBeGreaterThanOrEqual(3);
  await expect(notice.getByRole('link', { name: 'what it sees in the image' })).toBeVisible();
});

test('each line of code has its number beside it', async ({ page }) => {
  await open(page, '/modes/try-it/');
  const lines = page.locator('.cm-line');
  const numbers = page.locator('.cm-lineNumbers .cm-gutterElement').filter({ hasText: /\d/, visible: true });
  await expect(lines.nth(5)).toBeVisible();
  for (const at of [0, 2, 5]) {
    const number = numbers.filter({ hasText: new RegExp(`^${at + 1}$`) });
    // The editor sets its numbers before it has measured which lines are broken, and again right after.
    const apart = async () => Math.abs((await boxOf(number)).y - (await boxOf(lines.nth(at))).y);
    await expect.poll(apart, `line ${at + 1}`).toBeLessThanOrEqual(2);
  }
});

test('the tabs of what it sees end where the field beside them ends', async ({ page }) => {
  await open(page, '/see/?picture=cat-1');
  const part = page.getByRole('region', { name: /^What activates/ });
  const [tabs, field] = [
    await boxOf(part.getByRole('radiogroup').or(part.getByRole('group')).first()),
    await boxOf(
      part.getByRole('spinbutton').or(part.getByRole('combobox')).or(part.getByRole('textbox')).first(),
    ),
  ];
  expect(Math.abs(tabs.y + tabs.height - (field.y + field.height))).toBeLessThanOrEqual(2);
});

test('the curves of a case grow while its runs are trained', async ({ page }) => {
  test.setTimeout(180_000);
  await open(page, '/faults/?case=1');
  const training = page.getByRole('progressbar', { name: 'Training of both runs' });
  await expect(training).toBeVisible();
  const curve = page.getByRole('figure', { name: /^Loss/ }).locator('path[d*="L"]').first();
  await expect(curve).toBeAttached({ timeout: 60_000 });
  const first = await curve.getAttribute('d');
  await expect(curve).not.toHaveAttribute('d', first ?? '', { timeout: 60_000 });
  await expect(training).toBeVisible();
});
