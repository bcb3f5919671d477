import { expect, open, test } from '../support/site';

test('every stage of the strip opens in the trace, also the one that is no layer @phone', async ({
  page,
}) => {
  await open(page, '/trace/?picture=cat-1');
  const strip = page.getByRole('navigation', { name: 'The nine stages' });
  const heading = page.locator('#open-layer');
  const next = page.getByRole('button', { name: 'Next', exact: true });
  await strip.getByRole('link', { name: /^normalize/ }).click();
  await expect(page).toHaveURL(/\/trace\/.*stage=normalize/);
  await expect(heading).toHaveText(/normali[sz]/i);
  await expect(page.getByRole('figure').first()).toBeVisible();
  await expect(strip.getByRole('link', { name: /^normalize/ })).toHaveAttribute('aria-current', 'step');
  // It stands between two of the eight steps.
  await next.click();
  await expect(page).toHaveURL(/\/trace\/.*stage=conv1/);
  await page.goBack();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(page).toHaveURL(/\/trace\/(?!.*stage=(normalize|conv1))/);
  await strip.getByRole('link', { name: /^output/ }).click();
  await expect(page).toHaveURL(/\/trace\/.*stage=output/);
  await expect(next).toBeDisabled();
});

test('in a network with more layers than the row has room for, the present one is in sight', async ({
  page,
}) => {
  await open(page, '/trace/?network=photographs&stage=conv5');
  const step = page
    .getByRole('region', { name: 'The prediction, layer by layer' })
    .locator('ol [aria-current=step]');
  await expect(step).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(step).toBeInViewport({ ratio: 1 });
});
