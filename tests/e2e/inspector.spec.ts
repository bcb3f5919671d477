import type { Page } from '@playwright/test';
import { expectNoViolations } from './support/axe';
import { expect, onEveryVisit, open, test } from './support/site';

const inspectorOf = (page: Page) => {
  const inspector = page.getByRole('dialog');
  return {
    inspector,
    head: inspector.getByRole('heading', { level: 2 }),
    way: inspector.getByRole('navigation', { name: 'The way taken' }).getByRole('listitem'),
    list: inspector.getByRole('list', { name: 'What the value was made of' }),
    /** Terms, which lead on; groups of them do not. */
    term: inspector
      .getByRole('list', { name: 'What the value was made of' })
      .getByRole('button', { name: /^(index|row|unit)|padding|wins/ }),
  };
};
const featureMap = (page: Page) => page.getByRole('application', { name: /^Feature map/ });
const numberIn = (text: string | null) =>
  Number((text ?? '').replace(/.*=/, '').replaceAll('−', '-').replaceAll(',', '').trim());

onEveryVisit(() => {
  test('from a probability to a pixel by clicks, back, and by a link @phone', async ({ page }) => {
    await open(page, '/trace/?picture=cat-1&stage=output');
    await page.getByRole('button', { name: /^Explain this value/ }).click();
    const { inspector, head, way, term } = inspectorOf(page);
    await expect(head).toHaveText(/^output, /);
    // To the values that counted most, one after the other; what a term reads is where its click leads.
    for (const stage of ['dense', 'flatten', 'pool2', 'conv2', 'pool1', 'conv1', 'normalize', 'input']) {
      await term.first().click();
      await expect(head).toHaveText(new RegExp(`^${stage}, `));
    }
    await expect(way).toHaveCount(9);
    await expect(way.first()).toContainText('P(cat)');
    await expect(way.last()).toContainText(/pixel \(\d+, \d+\) (red|green|blue)/);
    await expect(inspector.getByRole('button', { name: 'To the pixels' })).toBeHidden();
    const pixel = await head.textContent();
    const link = page.url();

    await way.filter({ hasText: 'dense' }).first().getByRole('button').click();
    await expect(way).toHaveCount(2);
    await inspector.getByRole('button', { name: 'To the pixels' }).click();
    await expect(way).toHaveCount(9);
    await expect(head).toHaveText(/^input, /);

    await open(page, link);
    await expect(head).toHaveText(pixel ?? '');
    await expect(way).toHaveCount(9);
  });
});

test('a click on a cell of a map explains it, and another begins a new way beside the page @phone', async ({
  page,
}, { project }) => {
  await open(page, '/stages/conv1/?picture=frog-1');
  const { inspector, head, way, term } = inspectorOf(page);
  await featureMap(page).click({ position: { x: 41, y: 33 } });
  await expect(head).toHaveText(/^conv1, row \d+, column \d+, map \d+$/);
  const [, row, column] = /row (\d+), column (\d+)/.exec((await head.textContent()) ?? '') ?? [];
  await expect(page).toHaveURL(new RegExp(`cell=${row},${column},`));
  await term.first().click();
  await expect(way).toHaveCount(2);
  if (project.name === 'phone') return;
  // The page is still in use: its map is not covered and takes another click.
  await featureMap(page).click({ position: { x: 90, y: 70 } });
  await expect(way).toHaveCount(1);
  await expect(head).not.toHaveText(new RegExp(`row ${row}, column ${column},`));
  await inspector.getByRole('button', { name: 'Close' }).click();
  await expect(inspector).toBeHidden();
  await expect(featureMap(page)).toBeFocused();
});

test('Enter on a map explains its cell, Escape goes back to it, and arrow keys only walk', async ({
  page,
}) => {
  await open(page, '/trace/?picture=cat-1&stage=pool1');
  const { inspector, head } = inspectorOf(page);
  const map = page.getByRole('application', { name: /^Map/ });
  await map.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await expect(inspector).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(head).toHaveText(/^pool1, row 0, column 1, map \d+$/);
  await expect(head).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(inspector).toBeHidden();
  await expect(map).toBeFocused();
  await expect(page).not.toHaveURL(/way=/);
});

test('the whole way by keyboard, and the page is where it was', async ({ page }) => {
  await open(page, '/stages/dense/?picture=frog-1');
  const opener = page.getByRole('button', { name: /^Explain this value/ }).last();
  await expect(opener).toBeEnabled();
  await opener.focus();
  await page.keyboard.press('Enter');
  const { inspector, head } = inspectorOf(page);
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

test('a convolution’s groups and its bias add up; terms are sorted by size, by sign and by place', async ({
  page,
}) => {
  await open(page, '/trace/?picture=cat-1&stage=conv1&way=conv1.21.27.13');
  const { inspector, list, term } = inspectorOf(page);
  const groups = list.getByRole('button', { name: /^(red|green|blue)/ });
  // All stand open; closed, each is a line with what it brings.
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

test('12,544 terms are a list of which only what is in view is there, and its last is reached', async ({
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
  // By position: each place's channels are one group, and the strongest stands open.
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

test('the way to the pixels plays step by step, and a key halts it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open(page, '/trace/?picture=cat-1&stage=output&way=output.3');
  const { inspector, head, way } = inspectorOf(page);
  await inspector.getByRole('button', { name: 'To the pixels' }).click();
  await expect(inspector.getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect(head).toHaveText(/^dense, /);
  await page.keyboard.press('Shift');
  await expect(inspector.getByRole('button', { name: 'To the pixels' })).toBeVisible();
  const halted = await way.count();
  expect(halted).toBeLessThan(9);
  await inspector.getByRole('button', { name: 'To the pixels' }).click();
  await expect(head).toHaveText(/^input, /);
  await expect(way).toHaveCount(9);
});

test('the open inspector has nothing axe objects to @phone-check', async ({ page }) => {
  for (const way of ['output.3*dense.24', 'conv2.8.10.1', 'pool1.9.10.3']) {
    await open(page, `/trace/?picture=cat-1&stage=conv2&way=${way}`);
    const { inspector, list } = inspectorOf(page);
    await expect(inspector).toBeVisible();
    await expect(list.getByRole('listitem').first()).toBeVisible();
    await expectNoViolations(page, 'dialog');
  }
});

test('a link to what this network does not have is told, and leads to the nearest that exists', async ({
  page,
}) => {
  const { inspector, head, way } = inspectorOf(page);
  await open(page, '/trace/?way=dense.5000');
  await expect(inspector.getByRole('alert')).toContainText('there is nothing at index 5000');
  await expect(head).toHaveText('dense, unit 127');
  await open(page, '/trace/?way=output.3*dense.17*flatten.99999*pool2.1.1.1');
  await expect(inspector.getByRole('alert')).toContainText('there is nothing at index 99999');
  await expect(head).toHaveText('dense, unit 17');
  await expect(way).toHaveCount(2);
  await open(page, '/trace/?picture=cat-1&way=conv9.1.2.3');
  await expect(inspector.getByRole('alert')).toContainText('no stage called “conv9”');
  await expect(head).toHaveText('output, cat');
});

test('an explanation follows the picture and the epoch, and says so', async ({ page }) => {
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

test('a second click on a thumbnail explains the value under it, Enter the largest of a map', async ({
  page,
}) => {
  await open(page, '/stages/conv1/?picture=cat-1');
  const { head } = inspectorOf(page);
  const thumbnail = page.getByRole('radio', { name: /^map 5\b/ });
  await thumbnail.click();
  await expect(head).toBeHidden();
  await thumbnail.click();
  await expect(head).toHaveText(/^conv1, row \d+, column \d+, map 5$/);
  await page.keyboard.press('Escape');
  const largest = (await thumbnail.locator('..').getAttribute('title'))?.replace(/.* /, '') ?? '';
  await thumbnail.press('Enter');
  await expect(head).toBeVisible();
  const said = page.getByRole('dialog').locator('p', { hasText: /^conv1, row .* is / });
  const shown = await said.textContent();
  expect(numberIn(shown?.replace(/.* is/, '=') ?? '')).toBeCloseTo(Number(largest), 3);
});

test('a weight of the train page and one of an explanation lead to why it moves', async ({ page }) => {
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
