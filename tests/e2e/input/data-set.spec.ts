import { readFileSync, writeFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
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
  await page.getByLabel('Class', { exact: true }).first().selectOption('frog');
  await expect(page.getByRole('listbox', { name: '20 images side by side' })).toBeVisible();
  await page.getByRole('button', { name: 'Keep in this browser' }).click();
  await expect(page.getByText('Stored in this browser')).toBeVisible();
  await page.reload();
  const kept = page.getByRole('region', { name: 'Data sets in this browser' });
  await expect(kept.getByText(/^60 images, 26 kB/)).toBeVisible();
  await kept.getByRole('button', { name: 'Show “animals”' }).click();
  await expect(kept.getByRole('listbox', { name: '60 images side by side' })).toBeVisible();
});

test('a tab that is closed while it reads leaves nothing half behind, and reads it all when it is opened again', async ({
  page,
  context,
}, info) => {
  const [{ bytes }] = await asFolders(smallSet(1, [12, 12, 3], ['cat']));
  const many = Array.from({ length: 30_000 }, (_, at) => ({
    name: `${at % 2 ? 'cat' : 'dog'}/${at}.png`,
    bytes,
  }));
  const zip = info.outputPath('many.zip');
  writeFileSync(zip, asZip(many));
  const again = await context.newPage();
  const read = async (tab: typeof page) => {
    await open(tab, '/data/');
    await expect(tab.getByText('None yet. A set that you read can be kept here.')).toBeVisible();
    await tab.getByLabel('Files of a data set').setInputFiles(zip);
    await expect(tab.getByText('Image files in a zip archive: 30,000 images. 2 classes.')).toBeVisible();
    await tab.getByRole('button', { name: 'Read the images' }).click();
    await expect(tab.getByRole('button', { name: 'Cancel' })).toBeVisible();
  };
  await read(page);
  await page.close();
  await read(again);
  await again.getByRole('button', { name: 'Cancel' }).click();
  // What was read until then is there, to be kept or given back.
  await again.getByRole('button', { name: 'Keep what was read' }).click();
  await expect(again.getByText('Stored in this browser', { exact: true })).toBeVisible({ timeout: 60_000 });
});

test('what is wrong with files is one sentence', async ({ page }, info) => {
  const text = info.outputPath('notes.txt');
  writeFileSync(text, 'no images');
  await open(page, '/data/');
  await page.getByLabel('Files of a data set').setInputFiles(text);
  await expect(page.getByText(/^There is no image among these files/)).toBeVisible();
});

test('a set is looked through, changed by keyboard, kept anew, exported and read again', async ({
  page,
}, info) => {
  const folders = await asFolders(smallSet(24, [12, 12, 3], ['cat', 'dog']));
  const zip = info.outputPath('animals.zip');
  const train = folders.map(({ name, bytes }) => ({ name: `train/${name}`, bytes }));
  writeFileSync(zip, asZip([...train, { name: 'test/dog/again.png', bytes: folders[0].bytes }]));
  await open(page, '/data/');
  await page.getByLabel('Files of a data set').setInputFiles(zip);
  await page.getByRole('button', { name: 'Read the images' }).click();
  const found = page.getByRole('region', { name: 'What stands out' });
  await expect(
    found.getByText(/^1 of the 1 images outside the training set are in the training/),
  ).toBeVisible();
  await expect(found.getByText(/^One image is in the set several times with different labels/)).toBeVisible();
  await page.getByRole('button', { name: 'Keep in this browser' }).click();
  await expect(page.getByText('Stored in this browser', { exact: true })).toBeVisible();
  const wall = page.getByRole('listbox');
  await wall.focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'Space', 'Shift+ArrowRight']) await page.keyboard.press(key);
  await expect(page.getByText('2 images selected')).toBeVisible();
  const tools = page.getByRole('region', { name: 'Change the images' });
  await tools.getByLabel('Class').selectOption('A new class …');
  await tools.getByLabel('Name of the new class').fill('puma');
  await tools.getByRole('button', { name: 'Relabel' }).click();
  await expect(tools.getByText('2 images in the new class “puma”.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^cat/ })).toHaveText('cat100');
  await wall.focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('row', { name: /^cat/ })).toHaveText('cat120');
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('row', { name: /^cat/ })).toHaveText('cat100');
  await tools.getByRole('button', { name: 'Undo' }).click();
  await tools.getByRole('button', { name: 'Redo' }).click();
  await wall.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('One image selected: puma, Training')).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('row', { name: /^Total/ })).toHaveText('Total231');
  await page.getByRole('button', { name: 'Save the changes' }).click();
  await expect(page.getByText(/^24 images, 10 kB/)).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as a zip' }).click();
  const files = unzipSync(new Uint8Array(readFileSync(await (await saved).path())));
  const packed = Object.keys(files).map((name) => name.split('/').slice(0, -1).join('/'));
  expect(packed.filter((folder) => folder === 'train/puma')).toHaveLength(1);
  expect(packed).toHaveLength(25);
  expect(JSON.parse(strFromU8(files['data-card.json'] ?? new Uint8Array()))).toMatchObject({
    name: 'animals',
    counts: { training: { cat: 10, dog: 12, puma: 1 }, test: { dog: 1 } },
  });
});

test('classes are filled from a camera, which is asked for only on the press of the button', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const asked = { times: 0, answer: 'NotAllowedError', track: null as MediaStreamTrack | null };
    Object.assign(window, { asked });
    navigator.mediaDevices.getUserMedia = async () => {
      asked.times += 1;
      if (asked.answer !== '') throw new DOMException('no', asked.answer);
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      let tone = 0;
      setInterval(() => {
        if (!context) return;
        context.fillStyle = `hsl(${tone++ * 40} 80% 50%)`;
        context.fillRect(0, 0, canvas.width, canvas.height);
      }, 40);
      const stream = canvas.captureStream(25);
      asked.track = stream.getVideoTracks()[0] ?? null;
      return stream;
    };
  });
  const answer = (name: string) =>
    page.evaluate((value) => Object.assign(Reflect.get(window, 'asked'), { answer: value }), name);
  await open(page, '/data/');
  const start = page.getByRole('button', { name: 'Start the camera' });
  await expect(start).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'asked').times)).toBe(0);
  await start.click();
  await expect(page.getByText(/^The browser doesn’t let this page use the camera/)).toBeVisible();
  await answer('NotFoundError');
  await start.click();
  await expect(page.getByText(/^There is no camera on this device/)).toBeVisible();
  await answer('');
  await start.click();
  await expect(page.getByLabel('What the camera sees, mirrored')).toBeVisible();
  for (const [at, name] of ['cup', 'pen'].entries()) {
    await page.getByLabel(`Name of class ${at + 1}`).fill(name);
    await page.getByRole('button', { name: `Hold to add frames to “${name}”` }).focus();
    await page.keyboard.down('Space');
    await expect(page.getByRole('listitem').filter({ hasText: 'Remove the class' }).nth(at)).toContainText(
      /[3-9] frames/,
    );
    await page.keyboard.up('Space');
  }
  await page.evaluate(() => Reflect.get(window, 'asked').track.dispatchEvent(new Event('ended')));
  await expect(page.getByText(/^The camera was disconnected/)).toBeVisible();
  await page.getByRole('button', { name: /^Make a data set of \d+ frames/ }).click();
  await expect(page.getByRole('row', { name: /^pen/ })).toBeVisible();
  await page.getByRole('button', { name: 'Keep in this browser' }).click();
  await expect(page.getByText('Stored in this browser', { exact: true })).toBeVisible();
});

/** Reads 30 images on the page of data sets, and deletes the first of them by keyboard. */
async function readAndDelete(page: Page, info: TestInfo) {
  const zip = info.outputPath('animals.zip');
  writeFileSync(zip, asZip(await asFolders(smallSet(30, [12, 12, 3], ['cat', 'dog', 'frog']))));
  await page.getByLabel('Files of a data set').setInputFiles(zip);
  await page.getByRole('button', { name: 'Read the images' }).click();
  const deleteOne = async () => {
    await page.getByRole('listbox').focus();
    for (const key of ['Space', 'Delete']) await page.keyboard.press(key);
  };
  await deleteOne();
  const total = page.getByRole('row', { name: /^Total/ });
  await expect(total).toHaveText('Total29');
  return { total, deleteOne };
}

test('a set that was read and changed is still there when the page turns to another network, and asked about at a link', async ({
  page,
}, info) => {
  await open(page, '/data/');
  const { total } = await readAndDelete(page, info);
  await page.getByRole('button', { name: /^Network/ }).click();
  await page.getByRole('radio', { name: /^Photographs/ }).check();
  await expect(page).toHaveURL(/network=photographs/);
  await page.keyboard.press('Escape');
  await expect(total).toHaveText('Total29');
  await page.getByLabel('Prediction').selectOption('right');
  await expect(page.getByText(/^“Photographs” predicts \d+ of 29 images right/)).toBeVisible();
  await page.getByLabel('Prediction').selectOption('All');
  await expect(total).toHaveText('Total29');
  const link = page.getByRole('navigation').getByRole('link', { name: 'Epochs', exact: true }).first();
  page.once('dialog', (dialog) => dialog.dismiss());
  await link.click();
  await expect(page).toHaveURL(/\/data\//);
  await expect(total).toHaveText('Total29');
  page.once('dialog', (dialog) => dialog.accept());
  await link.click();
  await expect(page).toHaveURL(/\/epochs\//);
});

test('Back asks before a set that was changed is lost, and leaves for who agrees', async ({ page }, info) => {
  await open(page, '/epochs/');
  await page.getByRole('button', { name: /^Network/ }).click();
  await page.getByRole('link', { name: /^Data sets/ }).click();
  await expect(page).toHaveURL(/\/data\//);
  const { total, deleteOne } = await readAndDelete(page, info);
  const back = () => page.evaluate(() => history.back());
  page.once('dialog', (dialog) => dialog.dismiss());
  await back();
  await expect(page).toHaveURL(/\/data\//);
  await expect(total).toHaveText('Total29');
  // The browser lets a page refuse again once something was done on it.
  await deleteOne();
  await expect(total).toHaveText('Total28');
  page.once('dialog', (dialog) => dialog.accept());
  await back();
  await expect(page).toHaveURL(/\/epochs\//);
});
