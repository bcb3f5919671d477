import { writeFileSync } from 'node:fs';
import { asFolders, asZip, smallSet } from '../../unit/data/sets/support/forms';
import { expect, open, test } from '../support/site';

test('a set of one’s own is kept, trained on with frozen layers, and there after a reload', async ({
  page,
}, info) => {
  const zip = info.outputPath('animals.zip');
  writeFileSync(zip, asZip(await asFolders(smallSet(60, [12, 12, 3], ['cat', 'dog', 'frog']))));
  await open(page, '/data/');
  await page.getByLabel('Files of a data set').setInputFiles(zip);
  await page.getByRole('button', { name: 'Read the images' }).click();
  await page.getByRole('button', { name: 'Keep in this browser' }).click();
  const offer = page.getByRole('region', { name: 'Train a network on a data set' });
  await expect(
    offer.getByText(/^These layers stay still: conv1, .*norm4\. These learn: conv5, norm5, output\.$/),
  ).toBeVisible();
  await offer.getByRole('button', { name: 'Train this network' }).click();
  await expect(page).toHaveURL(/\/train\/\?network=net-/);
  await expect(
    page.getByText(/42 images of 3 classes from a data set that this browser stores.* 6 validation images/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'One epoch' }).click();
  await expect(page.getByText(/Paused\. Epoch 1 of 20/)).toBeAttached({ timeout: 30_000 });
  await page.reload();
  await expect(page.getByText(/Paused\. Epoch 1 of 20/)).toBeAttached({ timeout: 30_000 });
  // The image that is traced is one of the test images.
  await page.getByRole('link', { name: 'Trace', exact: true }).first().click();
  await expect(page.getByText(/Image \d+ of your data set/).first()).toBeVisible();
});

test('the tab is closed in the middle of an epoch and opened again: the set and the epochs are there @thorough', async ({
  page,
}, info) => {
  const zip = info.outputPath('animals.zip');
  writeFileSync(zip, asZip(await asFolders(smallSet(300, [12, 12, 3], ['cat', 'dog', 'frog']))));
  await open(page, '/data/');
  await page.getByLabel('Files of a data set').setInputFiles(zip);
  await page.getByRole('button', { name: 'Read the images' }).click();
  await page.getByRole('button', { name: 'Keep in this browser' }).click();
  const offer = page.getByRole('region', { name: 'Train a network on a data set' });
  await offer.getByRole('button', { name: 'Train this network' }).click();
  await page.getByRole('button', { name: 'One epoch' }).click();
  await expect(page.getByText(/Paused\. Epoch 1 of 20/)).toBeAttached({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByText(/Training\. Epoch 1 of 20/)).toBeAttached();
  const address = page.url();
  await page.close();

  const again = await page.context().newPage();
  await open(again, new URL(address).pathname + new URL(address).search);
  await expect(
    again.getByText(/210 images of 3 classes from a data set that this browser stores/),
  ).toBeVisible();
  const paused = again.getByText(/Paused\. Epoch [12] of 20/);
  await expect(paused).toBeAttached({ timeout: 60_000 });
  const before = Number(/Epoch (\d)/.exec((await paused.textContent()) ?? '')?.[1]);
  await again.getByRole('button', { name: 'One epoch' }).click();
  await expect(again.getByText(`Paused. Epoch ${before + 1} of 20`)).toBeAttached({ timeout: 60_000 });
  await again.goto(new URL('/data/', address).href);
  await expect(again.getByText(/^300 images, .* stored on/)).toBeVisible();
});

test('a set that can’t be trained on says why', async ({ page }, info) => {
  const zip = info.outputPath('few.zip');
  writeFileSync(zip, asZip(await asFolders(smallSet(4, [12, 12, 3], ['cat', 'dog']))));
  await open(page, '/data/');
  await page.getByLabel('Files of a data set').setInputFiles(zip);
  await page.getByRole('button', { name: 'Read the images' }).click();
  await page.getByRole('button', { name: 'Keep in this browser' }).click();
  const offer = page.getByRole('region', { name: 'Train a network on a data set' });
  await expect(offer.getByRole('alert')).toHaveText(
    'The class “cat” has 2 images to train on, and 3 are needed: at least one each to learn from, to validate and to test.',
  );
  await expect(offer.getByRole('button', { name: 'Train this network' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});
