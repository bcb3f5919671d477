import { readFileSync, writeFileSync } from 'node:fs';
import { asFolders, asZip, smallSet } from '../../unit/data/sets/support/forms';
import { expect, open, test } from '../support/site';

test('a network whose images are not here is trained on a data set that is read there and then', async ({
  page,
}, info) => {
  const zip = info.outputPath('animals.zip');
  writeFileSync(zip, asZip(await asFolders(smallSet(60, [12, 12, 3], ['cat', 'dog', 'frog']))));
  await open(page, '/train/?network=photographs');
  await expect(page.getByText(/not part of this site/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start training' })).toHaveCount(0);
  await page.getByLabel('Files of a data set').setInputFiles(zip);
  await page.getByRole('button', { name: 'Read the images' }).click();
  // The wall of images is a figure like others.
  const wall = page.getByRole('figure', { name: '60 images side by side' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    wall.getByRole('button', { name: 'Save the figure as SVG' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('<image ');
  await page.getByRole('button', { name: 'Keep in this browser' }).click();
  const offer = page.getByRole('region', { name: 'Train a network on a data set' });
  // The network that is shown is the one that is proposed.
  await expect(offer.getByLabel('Network', { exact: true })).toHaveValue('shown');
  await offer.getByRole('button', { name: 'Train this network' }).click();
  await expect(page).toHaveURL(/\/train\/\?network=net-/);
  await expect(
    page.getByText(/42 images of 3 classes from a data set that this browser stores/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'One step' }).click();
  await expect(page.getByText(/Paused/).first()).toBeAttached({ timeout: 60_000 });
});

test('its layers are trained on the course’s drawings too, in colour or grey @phone-check', async ({
  page,
}) => {
  for (const [network, name] of [
    ['photographs', 'Photographs, on drawings'],
    ['digits', 'Digits, on drawings'],
  ]) {
    await open(page, `/train/?network=${network}`);
    await page.getByRole('button', { name: 'Train its layers on the drawings' }).click();
    await expect(page.getByRole('button', { name: 'Start training' })).toBeVisible();
    const line = page.getByRole('region', { name: 'Network', exact: true });
    await expect(line).toContainText(name);
    await expect(line).toContainText('not trained yet');
    await expect(page.locator('#main')).toBeFocused();
    await page.getByRole('button', { name: 'One step' }).click();
    await expect(page.getByText(/Paused/).first()).toBeAttached({ timeout: 60_000 });
  }
});
