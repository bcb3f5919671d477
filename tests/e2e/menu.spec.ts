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

/** Low windows of laptops, between which the number of columns changes. */
const LAPTOPS = [
  { width: 1280, height: 720 },
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
];

for (const language of ['', '/de'])
  test(`the menu is in sight as a whole on a laptop${language && ' in German @first-visit'}`, async ({
    page,
  }) => {
    await open(page, `${language}/trace/`);
    for (const size of LAPTOPS) {
      await page.setViewportSize(size);
      await page.getByRole('button', { name: /^Men[uü]$/ }).click();
      const map = page.locator('#site-map');
      await expect(map.getByRole('link')).toHaveCount(30);
      const hidden = await map.evaluate((panel) => panel.scrollHeight - panel.clientHeight);
      expect.soft(hidden, `${size.width} × ${size.height}`).toBe(0);
      // What a page is for stands at the foot, of the one that is pointed at.
      const film = map.getByRole('link', { name: /^(The film|Der Film)/ });
      await film.hover();
      await expect(film.locator('> span')).toHaveCSS('opacity', '1');
      await expect(map.locator('[aria-current=page] > span')).toHaveCSS('opacity', '0');
      await page.keyboard.press('Escape');
      await expect(map).toBeHidden();
    }
  });

test('the menu says of the lessons of the walk and of all lessons what makes them differ', async ({
  page,
}) => {
  await open(page, '/trace/');
  await page.getByRole('button', { name: 'Menu' }).click();
  const map = page.getByRole('navigation', { name: 'All pages' });
  await expect(map.getByRole('link', { name: /^Lessons/ })).toContainText('Four of the nine lessons');
  await expect(map.getByRole('link', { name: /^Follow the lessons/ })).toContainText('Every lesson');
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
