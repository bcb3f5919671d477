import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asFolders, smallSet } from '../../unit/data/sets/support/forms';
import { expectNoViolations } from '../support/axe';
import { expect, open, test } from '../support/site';

const CLASSES = ['cat', 'dog', 'frog'];

test('a folder is trained on, a mistake followed to its pixels, relabelled, and trained on with @thorough', async ({
  page,
}, info) => {
  // Noise: so many classes of nothing can't be told apart, and mistakes are certain.
  const folder = info.outputPath('animals');
  for (const { name, bytes } of await asFolders(smallSet(60, [12, 12, 3], CLASSES))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  await open(page, '/data/');
  await page.getByLabel('Folder of a data set').setInputFiles(folder);
  await page.getByRole('button', { name: 'Read the images' }).click();
  await page.getByRole('button', { name: 'Keep in this browser' }).click();
  const offer = page.getByRole('region', { name: 'Train a network on a data set' });
  await offer.getByRole('button', { name: 'Train this network' }).click();
  await expect(page.getByText(/42 images of 3 classes from your own data set/)).toBeVisible();
  for (const epoch of [1, 2]) {
    await page.getByRole('button', { name: 'One epoch' }).click();
    await expect(page.getByText(`Paused. Epoch ${epoch} of 20`)).toBeAttached({ timeout: 60_000 });
  }

  // A cell off the diagonal, one of its images, and why.
  await page.getByRole('link', { name: 'read the run epoch by epoch' }).click();
  await page.getByText('training images', { exact: true }).last().click();
  const cells = page.getByRole('table').getByRole('button', { name: /answered as|predicted as/ });
  const names = await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label') ?? ''));
  const mistake = names.findIndex((name) => CLASSES.filter((one) => name.includes(one)).length === 2);
  expect(mistake).toBeGreaterThanOrEqual(0);
  await cells.nth(mistake).click();
  await page
    .getByRole('radio', { name: /^Image \d+, of class/ })
    .first()
    .check();
  const clinic = page.getByRole('region', { name: 'Learn from this mistake' });
  await clinic.getByRole('button', { name: 'Relabel' }).click();
  await expect(clinic.getByText('To be changed: 1 label, no image added.')).toBeVisible();
  await expectNoViolations(page);
  await clinic.getByRole('link', { name: 'Why this prediction' }).click();
  const versus = page.getByRole('region', { name: 'Why this and not that' });
  await versus.getByRole('button', { name: 'Cover this patch' }).click();
  await expect(versus.getByText(/^Covered, the prediction (flips|stays)/)).toBeVisible({ timeout: 30_000 });

  // Images like it: one new, and one that is a copy of an image that is held back.
  await page.getByText('training images', { exact: true }).last().click();
  await cells.nth(mistake).click();
  await page
    .getByRole('radio', { name: /^Image \d+, of class/ })
    .first()
    .check();
  await clinic.getByLabel(/^Images to add to/).setInputFiles(join(folder, 'cat', '000.png'));
  await expect(clinic.getByText('To be changed: 1 label, 1 image added.')).toBeVisible();
  await clinic.getByRole('button', { name: 'Train on with these changes' }).click();
  await expect(page).toHaveURL(/\/train\/\?network=net-/);
  await page.getByRole('button', { name: 'One epoch' }).click();
  await expect(page.getByText('Paused. Epoch 1 of 20')).toBeAttached({ timeout: 60_000 });

  // Before and after, on the same test images.
  await page.goto(`/modes/metrics/${new URL(page.url()).search}`);
  await page.getByRole('radio', { name: 'test images (12)' }).check();
  await page.getByRole('button', { name: 'Measure on the test images' }).click();
  await expect(
    page.getByText(/^Before the data set was mended .* of the 12 test images were right/),
  ).toBeVisible({
    timeout: 60_000,
  });
});
