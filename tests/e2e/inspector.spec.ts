import { AxeBuilder } from '@axe-core/playwright';
import { expect, open, test } from './site';

test('from a probability to a pixel by clicks, back, and by a link @phone', async ({ page }) => {
  await open(page, '/trace/?picture=cat-1&stage=output');
  await page.getByRole('button', { name: /^Trace this value to the pixels/ }).click();
  const inspector = page.getByRole('dialog');
  const head = inspector.getByRole('heading', { level: 2 });
  const way = inspector.getByRole('navigation', { name: 'The way taken' }).getByRole('listitem');
  await expect(head).toHaveText(/^output, /);
  // To the values that counted most, one after the other; what a term reads is where its click leads.
  for (const stage of ['dense', 'flatten', 'pool2', 'conv2', 'pool1', 'conv1', 'normalize', 'input']) {
    await inspector
      .getByRole('list', { name: 'What the value was made of' })
      .getByRole('button')
      .first()
      .click();
    await expect(head).toHaveText(new RegExp(`^${stage}, `));
  }
  await expect(way).toHaveCount(9);
  await expect(inspector.getByText('This is where the way ends')).toBeVisible();
  const pixel = await head.textContent();
  const link = page.url();

  await way.filter({ hasText: 'dense' }).getByRole('button').click();
  await expect(way).toHaveCount(2);
  await inspector.getByRole('button', { name: 'To the pixels' }).click();
  await expect(way).toHaveCount(9);
  await expect(head).toHaveText(/^input, /);

  await open(page, link);
  await expect(head).toHaveText(pixel ?? '');
  await expect(way).toHaveCount(9);
});

test('the whole way by keyboard, and the page is where it was', async ({ page }) => {
  await open(page, '/stages/dense/?picture=frog-1');
  const opener = page.getByRole('button', { name: /^Trace this value to the pixels/ });
  await opener.focus();
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('dialog');
  const head = inspector.getByRole('heading', { level: 2 });
  await expect(head).toBeFocused();
  const toPixels = inspector.getByRole('button', { name: 'To the pixels' });
  for (let tabs = 0; tabs < 40 && !(await toPixels.evaluate((one) => one === document.activeElement)); tabs++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(head).toHaveText(/^input, /);
  await expect(head).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(inspector).toBeHidden();
  await expect(opener).toBeFocused();
  await expect(page).not.toHaveURL(/way=/);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the open inspector in ${colorScheme} has nothing axe objects to @phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, '/trace/?picture=cat-1&stage=conv2&way=output.3*dense.24');
    await expect(page.getByRole('dialog').getByRole('heading', { level: 2 })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

test('a link to a value that this network does not have is told', async ({ page }) => {
  await open(page, '/trace/?way=dense.5000');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('there is nothing at index 5000');
});
