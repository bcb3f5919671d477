import type { Locator, Page } from '@playwright/test';
import { numberIn } from '../support/inspector';
import { expect, open, test } from '../support/site';

const numbersOf = async (texts: Locator): Promise<readonly number[]> =>
  (await texts.allTextContents()).map(numberIn);

/** The value that a step's sentence calls the strongest. */
async function namedIn(step: Locator) {
  const sentence = (await step.getByText(/the strongest is map/).textContent()) ?? '';
  const [, map, value, row, column] = (
    /map (\d+) with ([\d.]+) at row (\d+), column (\d+)/.exec(sentence) ?? []
  ).map(Number);
  return { map, value, row, column };
}

async function stepTo(page: Page, stage: string): Promise<Locator> {
  const next = page.getByRole('button', { name: 'Next', exact: true });
  while (!page.url().includes(`stage=${stage}`)) {
    const before = page.url();
    await next.click();
    await expect(page).not.toHaveURL(before);
  }
  return page.getByRole('article').filter({ has: page.locator('#open-layer') });
}

test('each press of Next is a step, also while the script of a figure is on its way', async ({ page }) => {
  await open(page, '/trace/');
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  const next = page.getByRole('button', { name: 'Next', exact: true });
  for (let press = 0; press < 3; press++) await next.click();
  await expect(page).toHaveURL(/stage=conv2/);
  await expect(page.getByRole('heading', { name: 'Second convolution' })).toBeVisible();
});

test('a step shows the value that its sentence names, and what it is the sum of @phone', async ({ page }) => {
  await open(page, '/trace/?picture=cat-1');
  const step = await stepTo(page, 'conv2');
  const named = await namedIn(step);
  await expect(step).toContainText(`Filter ${named.map}: value × weight = product`);
  await expect(step.getByText(`row ${named.row}, column ${named.column}`, { exact: true })).toBeVisible();

  // Products and bias, what they add up to, ReLU of it, and the value.
  const sum = step.getByRole('group', { name: 'The sum of the products' });
  await expect(sum).toContainText('products');
  const numbers = await numbersOf(sum.locator('.number'));
  const [before, , value] = numbers.slice(-3);
  const addends = numbers.slice(0, -3);
  expect(addends.reduce((all, one) => all + one)).toBeCloseTo(before, 6);
  expect(value).toBeCloseTo(named.value, 3);

  // The slices stand by what they contribute, and together they are the products.
  const slices = step.getByRole('group', { name: /^All 32 slices/ });
  const shares = await numbersOf(slices.locator('.number'));
  expect(shares).toHaveLength(32);
  const sizes = shares.map(Math.abs);
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(shares.reduce((all, one) => all + one)).toBeCloseTo(addends[0], 1);
  await expect(slices.getByRole('radio').first()).toBeChecked();
  await expect(step.getByText(/^sum /)).toHaveText(
    `sum ${await slices.locator('.number').first().textContent()}`,
  );
});
