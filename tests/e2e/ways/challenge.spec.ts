import type { Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe';
import { expect, onBothVisits, open, test } from '../support/site';

const list = (page: Page) => page.getByRole('navigation', { name: /of 30 stars/ });
const room = (page: Page, name: string) => page.getByRole('region', { name });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** Types into a field like someone with a keyboard. */
async function type(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

test('an architecture is repaired by keyboard: bad input costs nothing, a miss and a hint do; stars are kept', async ({
  page,
}) => {
  test.slow();
  await open(page, '/modes/challenge/');
  await expect(room(page, 'Predict a shape')).toContainText('0 attempts so far.');
  await list(page)
    .getByRole('link', { name: /^Repair an architecture/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?.*problem=repair/);
  const repair = room(page, 'Repair an architecture');
  await expect(repair.getByRole('heading', { level: 3 })).toBeFocused();

  await type(page, 'kernel of conv2', 'three');
  await page.keyboard.press('Enter');
  await expect(field(page, 'kernel of conv2')).toHaveAttribute('aria-invalid', 'true');
  await expect(repair).toContainText('“kernel” of conv2 takes a whole number');
  await expect(repair).toContainText('0 attempts so far.');

  await type(page, 'kernel of conv2', '3');
  await page.keyboard.press('Enter');
  await expect(repair).toContainText('Not yet. It can’t work yet. The layer “normalize” needs a divisor');
  await expect(repair).toContainText('1 attempt so far.');
  await repair.getByRole('button', { name: 'Take a hint, for one star' }).press('Enter');
  await expect(repair.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1);
  await expectNoViolations(page);

  await type(page, 'divisor of normalize', '255');
  await type(page, 'stride of conv1', '1');
  await type(page, 'size of pool2', '2');
  await type(page, 'units of output', '10');
  await page.keyboard.press('Enter');
  await expect(repair).toContainText('✓ Right. All shapes fit: 64 × 64 × 3');
  await expect(repair).toContainText('Solved at attempt 2.');
  await expect(list(page)).toContainText('2 of 30 stars');

  await page.reload();
  await expect(room(page, 'Repair an architecture')).toContainText('Solved at attempt 2.');
  await expect(list(page).getByRole('link', { name: /^Repair/ })).toContainText('★★☆');
  await page.goto('/modes/');
  const marks = page.getByRole('list', { name: 'Problems of the challenge' });
  await expect(marks.getByRole('listitem').filter({ hasText: 'Repair' })).toContainText('2 of 3 stars');
});

onBothVisits(() => {
  test('a shape is predicted from its text; a slip is named; typed text stays while another problem is open @phone', async ({
    page,
  }) => {
    await open(page, '/modes/challenge/?problem=shape');
    const shape = room(page, 'Predict a shape');
    const text = await shape.getByText(/^Images of/).textContent();
    const [height, width] =
      /Images of (\d+) × (\d+)/
        .exec(text ?? '')
        ?.slice(1)
        .map(Number) ?? [];
    const filters = /with (\d+) filters/.exec(text ?? '')?.[1] ?? '';
    await type(page, 'height', '7');
    await list(page)
      .getByRole('link', { name: /^Write a kernel/ })
      .press('Enter');
    const kernel = room(page, 'Write a kernel for vertical edges');
    await expect(kernel.getByRole('heading', { level: 3 })).toBeFocused();
    await list(page)
      .getByRole('link', { name: /^Predict a shape/ })
      .press('Enter');
    await expect(shape.getByRole('heading', { level: 3 })).toBeFocused();
    await expect(kernel).toHaveCount(0);
    await expect(shape.getByText(/^Images of/)).toHaveText(text ?? '');
    await expect(field(page, 'height')).toHaveValue('7');
    const answer = async (...sizes: readonly number[]) => {
      for (const [at, name] of ['height', 'width'].entries()) await type(page, name, String(sizes[at]));
      await type(page, 'channels', filters);
      await page.keyboard.press('Enter');
    };
    await answer(height - 2, width - 2);
    await expect(shape).toContainText('Not yet. That is before the pooling.');
    await answer((height - 2) / 2, (width - 2) / 2);
    await expect(shape).toContainText('✓ Right.');
    await expect(shape).toContainText('★★★');
    await list(page)
      .getByRole('link', { name: /^Learn it with fewer weights/ })
      .press('Enter');
    const small = room(page, 'Learn it with fewer weights');
    await expect(small).toContainText('1,626,442 parameters, fewer than 200,000 are allowed.');
    await small.getByRole('button', { name: 'Train it' }).press('Enter');
    await expect(small).toContainText('It has 1,626,442 parameters, and there must be fewer');
    await expect(small).toContainText('0 attempts so far.');
    await expectNoViolations(page);
    await page.goBack();
    await expect(shape).toContainText('✓ Right.');
  });
});

test('25 pixels painted by keyboard turn a dog into a cat', async ({ page }) => {
  await open(page, '/modes/challenge/?problem=fool');
  const fool = room(page, 'Make a dog a cat');
  const bars = fool.getByRole('list', { name: 'What the network predicts' });
  await expect(bars.getByRole('listitem').filter({ hasText: 'dog' })).toContainText('84.', {
    timeout: 60_000,
  });
  await fool.getByRole('button', { name: 'Check' }).press('Enter');
  await expect(fool).toContainText('Nothing is painted yet.');
  await fool.getByRole('radio', { name: '5', exact: true }).press('Space');
  await fool.getByLabel('colour').fill('#000000');
  const board = fool.getByRole('application', { name: /^The image/ });
  await board.focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowUp');
  for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(fool).toContainText('25 of 30 pixels changed');
  await expect(bars.getByRole('listitem').filter({ hasText: 'dog' })).not.toContainText('84.');
  await fool.getByRole('button', { name: 'Check' }).press('Enter');
  await expect(fool).toContainText('✓ Right. With 25 pixels changed it predicts “cat”');
  await expectNoViolations(page);
});

test('training continues while another problem is open, and can be stopped', async ({ page }) => {
  test.slow();
  await open(page, '/modes/challenge/?problem=fault');
  await page.getByRole('button', { name: 'Train the run' }).press('Enter');
  const stop = page.getByRole('button', { name: 'Stop the training' });
  await expect(stop).toBeVisible();
  await list(page)
    .getByRole('link', { name: /^Find a dead filter/ })
    .press('Enter');
  const dead = room(page, 'Find a dead filter');
  await dead.getByRole('button', { name: 'Check' }).press('Enter');
  await expect(dead).toContainText('Choose a map first.');
  const silent = dead.getByRole('radio', { name: /^map 42\b.*never fires/ });
  await expect(silent).toHaveCount(1, { timeout: 60_000 });
  await silent.press('Space');
  await dead.getByRole('button', { name: 'Check filter 42' }).press('Enter');
  await expect(dead).toContainText('Filter 42 fires on 5 of the 200 test images', { timeout: 60_000 });
  await expect(stop).toBeVisible();
  await stop.press('Enter');
  await expect(stop).toHaveCount(0);
});

test('a problem that does not exist is reported', async ({ page }) => {
  await open(page, '/modes/challenge/?problem=nonsense');
  await expect(
    page.getByText('There is no problem called “nonsense”. Choose one from the list.'),
  ).toBeVisible();
  await expect(list(page).getByRole('link')).toHaveCount(10);
});
