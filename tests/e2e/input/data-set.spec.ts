import { writeFileSync } from 'node:fs';
import { asFolders, asZip, smallSet } from '../../unit/data/sets/support/forms';
import { expect, open, test } from '../support/site';

test('a zip of images is recognised, read, counted, kept, and there after a reload', async ({
  page,
}, info) => {
  const folders = await asFolders(smallSet(60, [12, 12, 3], ['cat', 'dog', 'frog']));
  const zip = info.outputPath('animals.zip');
  const split = folders.map(({ name, bytes }, at) => ({
    name: `${at < 48 ? 'train' : 'test'}/${name}`,
    bytes,
  }));
  writeFileSync(zip, asZip(split));
  await open(page, '/data/');
  await page.getByLabel('Files of a data set').setInputFiles(zip);
  await expect(page.getByText('Image files in a zip archive: 60 images. 3 classes.')).toBeVisible();
  await page.getByRole('button', { name: 'Read the images' }).click();
  await expect(page.getByRole('row', { name: /^dog/ })).toHaveText('dog164');
  await expect(page.getByRole('listbox', { name: '60 images side by side' })).toBeVisible();
  await page.getByLabel('Class', { exact: true }).selectOption('frog');
  await expect(page.getByRole('listbox', { name: '20 images side by side' })).toBeVisible();
  await page.getByRole('button', { name: 'Keep in this browser' }).click();
  await expect(page.getByText('Stored in this browser')).toBeVisible();
  await page.reload();
  const kept = page.getByRole('region', { name: 'Data sets in this browser' });
  await expect(kept.getByText(/^60 images, 26 kB/)).toBeVisible();
  await kept.getByRole('button', { name: 'Show “animals”' }).click();
  await expect(kept.getByRole('listbox', { name: '60 images side by side' })).toBeVisible();
});

test('what is wrong with files is one sentence', async ({ page }, info) => {
  const text = info.outputPath('notes.txt');
  writeFileSync(text, 'no images');
  await open(page, '/data/');
  await page.getByLabel('Files of a data set').setInputFiles(text);
  await expect(page.getByText(/^There is no image among these files/)).toBeVisible();
});
