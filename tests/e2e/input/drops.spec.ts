import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drop } from '../support/drag';
import { plainPng } from '../support/files';
import { expect, open, test } from '../support/site';

test('a folder, several files or a link dropped on the first page get a sentence, and an image is opened', async ({
  page,
}, info) => {
  const folder = info.outputPath('holidays');
  mkdirSync(folder, { recursive: true });
  const image = join(folder, 'beach.png');
  writeFileSync(image, (await plainPng('beach.png', 80, 80)).buffer);
  await open(page, '/');
  const alert = page.getByRole('region', { name: 'Choose an image' }).getByRole('alert');
  await drop(page, { files: [folder] });
  await expect(alert).toHaveText('“holidays” is a folder. Open it and drop a file from it.');
  await drop(page, { files: [image, image] });
  await expect(alert).toHaveText(/^These are 2 files/);
  await drop(page, { link: 'https://example.org/cat.jpg' });
  await expect(alert).toHaveText(/^Only files can be dropped here/);
  await drop(page, { files: [image] });
  await expect(page.getByRole('dialog', { name: 'Cut out a square' })).toBeVisible();
  await expect(alert).toBeEmpty();
});

test('progress is read from a dropped file, and a folder gets a sentence', async ({ page }, info) => {
  const folder = info.outputPath('kept');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'progress.json');
  writeFileSync(file, '{"version":1,"re');
  await open(page, '/modes/');
  await drop(page, { files: [folder] });
  await expect(page.getByText('“kept” is a folder. Open it and drop a file from it.')).toBeVisible();
  await drop(page, { files: [file] });
  await expect(page.getByText(/^“progress\.json”: /)).toBeVisible();
});
