import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expectNoViolations } from '../support/axe';
import { drop } from '../support/drag';
import { writeRealImages } from '../support/real-images';
import { expect, open, test } from '../support/site';

const CLASSES = ['cat', 'frog', 'ship'];
const DRAWINGS = 18;
/** So many frogs are in the folder of cats too, as it happens to whoever sorts images by hand. */
const MISPLACED = 4;

test('a folder is dropped and trained on, a mistake followed to its pixels, relabelled, and trained on with', async ({
  page: first,
}, info) => {
  const folder = info.outputPath('animals');
  await writeRealImages(folder, CLASSES, DRAWINGS);
  const frogs = readdirSync(join(folder, 'frog'));
  for (const file of frogs.slice(0, MISPLACED))
    copyFileSync(join(folder, 'frog', file), join(folder, 'cat', `frog-${file}`));
  const count = CLASSES.reduce((sum, name) => sum + readdirSync(join(folder, name)).length, 0);
  await open(first, '/data/');
  await drop(first, { files: [folder] });
  await expect(first.getByText(`Image files: ${count} images. 3 classes.`)).toBeVisible();
  await first.getByRole('button', { name: 'Read the images' }).click();
  // What a copy in another class's folder gives away.
  await expect(
    first
      .getByRole('region', { name: 'What stands out' })
      .getByText(`${MISPLACED} images are in the set several times with different labels`),
  ).toBeVisible();
  await first.getByRole('button', { name: 'Keep in this browser' }).click();
  const offer = first.getByRole('region', { name: 'Train a network on a data set' });
  await offer.getByRole('button', { name: 'Train this network' }).click();
  await expect(
    first.getByText(/\d+ images of 3 classes from a data set that this browser stores/),
  ).toBeVisible();
  for (const epoch of [1, 2]) {
    await first.getByRole('button', { name: 'One epoch' }).click();
    await expect(first.getByText(`Paused. Epoch ${epoch} of 20`)).toBeAttached({ timeout: 60_000 });
  }

  // The tab is closed in the middle of an epoch, and opened again.
  await first.getByRole('button', { name: 'Resume' }).click();
  await expect(first.getByText(/Training\. Epoch \d+ of 20/)).toBeAttached();
  const { pathname, search } = new URL(first.url());
  await first.close();
  const page = await first.context().newPage();
  await open(page, pathname + search);
  await expect(page.getByText(/Paused\. Epoch \d+ of 20/)).toBeAttached({ timeout: 60_000 });

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

  // The change waits there too; back where the image was followed from, it is still chosen.
  await expect(page.getByText('To be changed: 1 label, no image added.')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('radio', { name: /^Image \d+, of class/ }).first()).toBeChecked();
  await expect(clinic).toBeInViewport();

  // Images like it: one new, and one that is a copy of an image that is held back.
  await clinic.getByLabel(/^Images to add to/).setInputFiles(join(folder, 'frog', frogs[MISPLACED]));
  await expect(clinic.getByText('To be changed: 1 label, 1 image added.')).toBeVisible();
  await clinic.getByRole('button', { name: 'Train on with these changes' }).click();
  await expect(page).toHaveURL(/\/train\/\?network=net-/);
  await page.getByRole('button', { name: 'One epoch' }).click();
  await expect(page.getByText('Paused. Epoch 1 of 20')).toBeAttached({ timeout: 60_000 });

  // Before and after, on the same test images.
  await page.goto(`/modes/metrics/${new URL(page.url()).search}`);
  // The course's network, which every page begins with, has test images too.
  await expect(page.getByRole('button', { name: /^Network animals/ })).toBeVisible();
  await page.getByRole('radio', { name: /^test images \(\d+\)$/ }).check();
  await page.getByRole('button', { name: 'Measure on the test images' }).click();
  await expect(
    page.getByText(/^Before the data set was mended .* of the \d+ test images were right/),
  ).toBeVisible({
    timeout: 60_000,
  });
});
