import { writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { asFolders, asZip, smallSet } from '../../unit/data/sets/support/forms';
import { expect, open, test } from '../support/site';

const kept = (page: Page): Locator => page.getByRole('region', { name: 'Data sets in this browser' });
const total = (page: Page): Locator => kept(page).getByRole('row', { name: /^Total/ });

async function deleteFirst(page: Page, count: number): Promise<void> {
  await kept(page).getByRole('listbox').focus();
  for (const key of ['Space', ...Array(count - 1).fill('Shift+ArrowRight'), 'Delete'])
    await page.keyboard.press(key);
}

test('a stored set that two tabs change is not overwritten by either, and one that is deleted is said to be', async ({
  page,
  context,
}, info) => {
  const zip = info.outputPath('animals.zip');
  writeFileSync(zip, asZip(await asFolders(smallSet(30, [12, 12, 3], ['cat', 'dog', 'frog']))));
  await open(page, '/data/');
  await page.getByLabel('Files of a data set').setInputFiles(zip);
  await page.getByRole('button', { name: 'Read the images' }).click();
  await page.getByRole('button', { name: 'Keep in this browser' }).click();
  const read = page.getByRole('region', { name: 'animals', exact: true });
  await expect(read.getByText('Stored in this browser', { exact: true })).toBeVisible();
  const other = await context.newPage();
  await open(other, '/data/');
  for (const tab of [page, other]) {
    await kept(tab).getByRole('button', { name: 'Show “animals”' }).click();
    await expect(total(tab)).toHaveText('Total30');
  }
  // Both change it, and the other one stores its changes first.
  await deleteFirst(page, 2);
  await deleteFirst(other, 1);
  await kept(other).getByRole('button', { name: 'Save the changes' }).click();
  await expect(kept(other).getByText('Stored in this browser', { exact: true })).toBeVisible();
  const changed = /^The stored data set was changed in another place, so it isn’t overwritten/;
  await expect(kept(page).getByText(changed)).toBeVisible();
  // What was read above is the set as it was at first.
  await expect(read.getByText(changed)).toBeVisible();
  await kept(page).getByRole('button', { name: 'Keep in this browser' }).click();
  await expect(kept(page).getByText(/^2[89] images, /)).toHaveText([/^28 images/, /^29 images/]);
  await expect(kept(page).getByText('Stored in this browser', { exact: true })).toBeVisible();

  // Where nothing has been changed, the tab shows what is stored.
  await kept(other).getByRole('button', { name: 'Show “animals”' }).click();
  await expect(total(other)).toHaveText('Total28');
  await deleteFirst(page, 1);
  await kept(page).getByRole('button', { name: 'Save the changes' }).click();
  await expect(total(other)).toHaveText('Total27');
  await kept(page).getByRole('button', { name: 'Delete “animals”' }).first().click();
  await kept(page).getByRole('button', { name: 'Delete', exact: true }).first().click();
  await expect(kept(other).getByText(/^27 images, /)).toBeHidden();
  await expect(total(other)).toBeHidden();
});
