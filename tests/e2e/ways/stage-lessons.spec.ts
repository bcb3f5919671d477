import { expect, open, test } from '../support/site';

test('a stage that the address names is explained, and links keep the address', async ({ page }) => {
  await open(page, '/stage/?stage=conv2&picture=frog-1');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('conv2: convolution');
  await expect(page).toHaveTitle('conv2: convolution · Pipeline Tracer');
  await expect(page.getByRole('heading', { name: 'A common mistake' })).toBeVisible();
  await expect(page.getByText('Compared with conv1.')).toBeVisible();
  await expect(page.locator('[aria-current="step"]')).toContainText('conv2');
  await expect(page.locator('main figure canvas').first()).toBeVisible();
  await page.getByRole('link', { name: 'Next: pool2' }).click();
  // The course has a lesson of its own on each of its stages.
  await expect(page).toHaveURL(/\/stages\/pool2\/\?picture=frog-1/);
  await expect(page).toHaveTitle(/^Smaller once more/);
});

test('a stage that the network has not is said to be missing, with the way to those it has', async ({
  page,
}) => {
  await open(page, '/stage/?stage=norm1');
  await expect(page.getByText('has no stage “norm1”')).toBeVisible();
  await page.getByRole('list', { name: 'All stages' }).getByRole('link', { name: 'conv1' }).click();
  await expect(page).toHaveURL(/\/stages\/conv1\//);
});
