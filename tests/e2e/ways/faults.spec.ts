import { expectNoViolations } from '../support/axe';
import { expect, open, test } from '../support/site';

test('a fault is found by keyboard, explained with measured numbers, and the next case begins', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await open(page, '/faults/?case=1');
  // Nobody has to begin the first case, and its question is there from the start.
  await expect(page.getByRole('heading', { name: 'Case 1' })).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Training of both runs' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'The labels are shuffled' })).toBeVisible();
  await expect(page.getByText('Both runs are trained.')).toBeVisible({ timeout: 120_000 });
  await page.getByRole('radio', { name: 'a healthy run with the same seed' }).press('Space');
  await expect(page.getByRole('heading', { name: 'What epoch 3 predicted' })).toBeVisible();
  await page.getByRole('radio', { name: 'The labels are shuffled' }).press('Space');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: 'Nothing is broken' })).toBeChecked();
  await page.getByRole('radio', { name: 'The images are not shuffled' }).press('Space');
  await page.getByRole('button', { name: 'That is my finding' }).press('Enter');
  const verdict = page.getByRole('heading', { name: 'Right: the images are not shuffled' });
  await expect(verdict).toBeFocused();
  const figures = page.getByRole('row', { name: /in which no image was right/ }).getByRole('cell');
  const [broken, healthy, limit] = (await figures.allTextContents()).map(Number);
  expect(broken).toBeGreaterThan(limit);
  expect(healthy).toBeLessThanOrEqual(limit);
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Next case' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Case 2' })).toBeVisible();
  await expect(page).toHaveURL(/case=2/);
  await page.getByRole('link', { name: 'Epochs', exact: true }).click();
  await expect(page.getByText('The run that comes with this site, measured')).toBeVisible();
});

test('on a phone the question stays where it is while the runs are trained @phone-only', async ({ page }) => {
  test.setTimeout(240_000);
  await open(page, '/faults/?case=1');
  await expect(page.getByRole('progressbar', { name: 'Training of both runs' })).toBeVisible();
  const question = page.getByRole('radio', { name: 'Nothing is broken' });
  const placeOf = async () => (await question.boundingBox())?.y ?? 0;
  const before = await placeOf();
  await expect(page.getByText('Both runs are trained.')).toBeVisible({ timeout: 180_000 });
  expect(Math.abs((await placeOf()) - before)).toBeLessThan(1);
  await expect(page.getByText(/^What is wrong with the run/)).toBeInViewport();
  // The curves of the other run take the place of this one's.
  await page.getByRole('radio', { name: 'a healthy run with the same seed' }).check();
  await expect(page.getByRole('figure', { name: /^Loss/ })).toHaveCount(1);
});

test('the question and all its choices are in sight on a laptop while the runs are trained @first-visit', async ({
  page,
}) => {
  for (const path of ['/faults/?case=1', '/de/faults/?case=1'])
    for (const size of [
      { width: 1440, height: 900 },
      { width: 1280, height: 900 },
    ]) {
      await page.setViewportSize(size);
      await open(page, path);
      await expect(page.getByRole('progressbar')).toBeVisible();
      const question = page.getByRole('group', { name: /^(What is wrong|Was stimmt)/ });
      await expect(question.getByRole('radio')).toHaveCount(9);
      for (const choice of await question.locator('label').all())
        await expect.soft(choice, `${path} at ${size.width}`).toBeInViewport({ ratio: 1 });
      await expect.soft(question.locator('~ button'), path).toBeInViewport({ ratio: 1 });
    }
});
