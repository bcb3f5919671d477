import { expectNoViolations } from '../support/axe';
import { inspectorOf, numberIn } from '../support/inspector';
import { expect, open, test } from '../support/site';

test('a convolution’s groups and its bias add up; terms are sorted by size, by sign and by position', async ({
  page,
}) => {
  await open(page, '/trace/?picture=cat-1&stage=conv1&way=conv1.21.27.13');
  const { inspector, list, term } = inspectorOf(page);
  const groups = list.getByRole('button', { name: /^(red|green|blue)/ });
  // All groups are open; closed, each is a line with its contribution.
  await groups.nth(0).click();
  await groups.nth(1).click();
  await expect(groups).toHaveCount(3);
  const sums = await groups.evaluateAll((all) => all.map((one) => one.lastElementChild?.textContent ?? ''));
  const whole = inspector.getByRole('group', { name: 'The whole sum' });
  const numbers = (await whole.locator('.number').allTextContents()).map(numberIn);
  const [bias, before] = numbers.slice(3, 5);
  expect(sums.map(numberIn).reduce((sum, one) => sum + one, bias)).toBeCloseTo(before, 3);
  expect(numbers.slice(0, 4).reduce((sum, one) => sum + one, 0)).toBeCloseTo(before, 6);

  await inspector.getByRole('group', { name: 'Terms grouped by' }).getByText('none').click();
  await expect(groups).toHaveCount(0);
  const products = async () =>
    (await list.getByRole('listitem').evaluateAll((all) => all.map((one) => one.textContent ?? ''))).map(
      numberIn,
    );
  const sizes = (await products()).map(Math.abs);
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  const order = inspector.getByRole('group', { name: 'Order of the terms' });
  await order.getByText('sign').click();
  const signed = await products();
  expect(signed).toEqual(signed.toSorted((a, b) => b - a));
  await order.getByText('place').click();
  await expect(term.first()).toHaveText(/row 21, column 27, red/);
});

test('of a list of 12,544 terms only the visible ones are in the document, and the last can be reached', async ({
  page,
}) => {
  await open(page, '/trace/?picture=cat-1&stage=dense&way=dense.24');
  const { inspector, list, term } = inspectorOf(page);
  await expect(list.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '12544');
  expect(await list.getByRole('listitem').count()).toBeLessThan(60);
  await expect(inspector.getByRole('group', { name: 'The whole sum' })).toContainText('the other 12,532');
  await term.first().focus();
  await page.keyboard.press('End');
  const last = list.locator('[aria-posinset="12544"]');
  await expect(last).toBeVisible();
  await expect(last.getByRole('button')).toBeFocused();
  expect(await list.getByRole('listitem').count()).toBeLessThan(60);
  // By position: the channels of each position are one group, and the strongest is open.
  await inspector.getByRole('group', { name: 'Terms grouped by' }).getByText('position').click();
  await expect(list.getByRole('button', { expanded: true })).toHaveCount(1);
  await expect(list.getByRole('listitem').first()).toHaveAttribute('aria-setsize', String(196 + 64));
});

test('a cell of the patch marks its term, and a term its cell', async ({ page }) => {
  await open(page, '/trace/?picture=cat-1&stage=conv1&way=conv1.21.27.13');
  const { inspector, list } = inspectorOf(page);
  const row = list.getByRole('listitem').nth(2);
  await row.hover();
  await expect(row).toHaveAttribute('data-pointed', 'true');
  const marked = inspector.locator('[title][data-pointed="true"]');
  await expect(marked).toHaveCount(3);
  await marked.first().hover();
  await expect(row).toHaveAttribute('data-pointed', 'true');
  await inspector.getByRole('heading', { level: 2 }).hover();
  await expect(marked).toHaveCount(0);
});

test('the open inspector passes axe @phone-check', async ({ page }) => {
  for (const path of ['output.3*dense.24', 'conv2.8.10.1', 'pool1.9.10.3']) {
    await open(page, `/trace/?picture=cat-1&stage=conv2&way=${path}`);
    const { inspector, list } = inspectorOf(page);
    await expect(inspector).toBeVisible();
    await expect(list.getByRole('listitem').first()).toBeVisible();
    await expectNoViolations(page, 'dialog');
  }
});

test('an explanation follows a change of image and epoch, and says so', async ({ page }) => {
  await open(page, '/trace/?picture=cat-1&stage=conv1&way=conv1.21.27.13');
  const { inspector, head } = inspectorOf(page);
  const value = inspector.locator('[aria-live]');
  await expect(value).toContainText(/\d/);
  const before = await value.textContent();
  await page.getByRole('slider', { name: /^Epochs of/ }).fill('1');
  await expect(
    inspector.getByText('The epoch was changed: these are now the numbers of epoch'),
  ).toBeVisible();
  await expect(value).not.toHaveText(before ?? '');
  await expect(head).toHaveText('conv1, row 21, column 27, map 13');
});

test('a weight of the train page and one of an explanation link to why it changes', async ({ page }) => {
  await open(page, '/train/');
  const filters = page.getByRole('application', { name: /filters of conv1/ });
  await filters.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/backward\/\?weight=conv1\.kernel\.0\.1\.0\.0/);
  await expect(page.getByRole('button', { name: /^row 0, column 1/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await open(page, '/trace/?picture=cat-1&way=dense.24');
  await page.getByRole('link', { name: 'Why its weights move in training' }).click();
  await expect(page).toHaveURL(/backward\/.*weight=dense\.kernel\.\d+\.24/);
  await open(page, '/backward/?weight=conv1.kernel.9.9.9.9');
  await expect(page.getByText(/has no weight conv1\.kernel\.9\.9\.9\.9/)).toBeVisible();
});
