import { expect, open, test } from './support/site';

test('one menu names every page, marks the present one, and leads to any other by keyboard @phone', async ({
  page,
}) => {
  await open(page, '/what-if/');
  await page.getByRole('button', { name: 'Menu' }).press('Enter');
  const map = page.getByRole('navigation', { name: 'All pages' });
  await expect(map.locator('[aria-current=page]')).toHaveText(/^What if/);
  const ways = map.getByRole('region', { name: 'Nine ways to learn' });
  // Nine ways, and how far one has come.
  await expect(ways.getByRole('link')).toHaveCount(10);
  await map.getByRole('link', { name: /^Glossary/ }).press('Enter');
  await expect(page).toHaveURL(/\/glossary\//);
  await expect(map).toBeHidden();
});

test('another image is chosen where one is, from the same samples on every load @phone', async ({ page }) => {
  await open(page, '/stages/conv1/');
  const choose = page.getByRole('button', { name: 'Choose another' }).first();
  const dialog = page.getByRole('dialog', { name: 'Choose an image' });
  const samples = () =>
    dialog.getByRole('radio').evaluateAll((all) => all.map((one) => one.getAttribute('value')));
  await choose.click();
  await expect(dialog.getByRole('radio')).not.toHaveCount(0);
  const before = await samples();
  await dialog
    .locator('label')
    .filter({ has: page.getByRole('radio', { name: /^frog/ }) })
    .first()
    .click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/\/stages\/conv1\/\?picture=frog-/);
  await open(page, '/stages/conv1/');
  await choose.click();
  await expect(dialog.getByRole('radio')).toHaveCount(before.length);
  expect(await samples()).toEqual(before);
  await dialog.getByRole('button', { name: 'Shuffle the samples' }).click();
  await expect.poll(samples).not.toEqual(before);
});
