import type { BrowserContext } from '@playwright/test';
import { writeList } from '@/lib/data/sets/site-set';
import { packsOf } from '@/scripts/make/data/packs';
import { labelled, smallSet } from '../../unit/data/sets/support/forms';
import { expect, open, test } from '../support/site';

const CLASSES = ['cat', 'dog', 'frog'];

/** Has the site offer a data set. Returns how many of its packs have been fetched. */
async function serveSet(context: BrowserContext): Promise<() => number> {
  const files = await packsOf({ ...labelled(smallSet(60, [12, 12, 3], CLASSES)), name: 'Pets' });
  const about = JSON.parse(Buffer.from(files.get('set.json') ?? []).toString());
  let fetched = 0;
  await context.route('**/sets/**', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    if (name === 'sets.json') return route.fulfill({ body: writeList([{ folder: 'pets', about }]) });
    fetched += 1;
    return route.fulfill({ body: Buffer.from(files.get(name) ?? []) });
  });
  return () => fetched;
}

test('a data set that the site serves is among its networks: chosen, trained on, and there by its address', async ({
  page,
  context,
}) => {
  const fetched = await serveSet(context);
  await open(page, '/train/');
  await page.getByRole('button', { name: /^Network/ }).click();
  await page.getByRole('radio', { name: /^Pets.*60 images of 3 classes/ }).check();
  await expect(page).toHaveURL(/\?network=site-pets/);
  await page.keyboard.press('Escape');
  await expect(
    page.getByText(/42 images of 3 classes from a data set that this browser stores/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'One epoch' }).click();
  await expect(page.getByText(/Paused\. Epoch 1 of 20/)).toBeAttached({ timeout: 60_000 });
  expect(fetched()).toBe(3);
  // By its address, and without fetching it again.
  await page.goto('/epochs/?network=site-pets');
  await expect(page.getByRole('button', { name: /^Network Pets/ })).toBeVisible();
  expect(fetched()).toBe(3);
  await page.goto('/data/');
  const offered = page.getByRole('region', { name: 'Data sets of this site' });
  await expect(offered.getByText('Pets: 60 images, 3 classes')).toBeVisible();
  await offered.getByRole('button', { name: 'Open “Pets”' }).click();
  await expect(page.getByRole('heading', { name: 'Pets', level: 2 })).toBeFocused();
});

test('a mistake on the site’s set is mended in a copy of it, trained on with, and the set itself stays as it is', async ({
  page,
  context,
}) => {
  const fetched = await serveSet(context);
  await open(page, '/train/?network=site-pets');
  await page.getByRole('button', { name: 'One epoch' }).click();
  await expect(page.getByText(/Paused\. Epoch 1 of 20/)).toBeAttached({ timeout: 60_000 });
  await page.getByRole('link', { name: 'read the run epoch by epoch' }).click();
  await page.getByText('training images', { exact: true }).last().click();
  const cells = page.getByRole('table').getByRole('button', { name: /predicted as/ });
  const names = await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label') ?? ''));
  const mistake = names.findIndex((name) => CLASSES.filter((one) => name.includes(one)).length === 2);
  expect(mistake).toBeGreaterThanOrEqual(0);
  await cells.nth(mistake).click();
  const image = page.getByRole('radio', { name: /^Image \d+, of class/ }).first();
  await image.check();
  const clinic = page.getByRole('region', { name: 'Learn from this mistake' });
  await clinic.getByRole('button', { name: 'Relabel' }).click();
  await clinic.getByRole('link', { name: 'Why this prediction' }).click();
  await expect(page.getByRole('region', { name: 'Why this and not that' })).toBeVisible();
  const pending = page.getByText('To be changed: 1 label, no image added.');
  await expect(pending).toBeVisible();
  await page.goBack();
  await expect(image).toBeChecked();
  await expect(pending).toBeVisible();
  await clinic.getByRole('button', { name: 'Train on with these changes' }).click();
  await expect(page).toHaveURL(/\/train\/\?network=net-/);
  await page.getByRole('button', { name: 'One epoch' }).click();
  await expect(page.getByText('Paused. Epoch 1 of 20')).toBeAttached({ timeout: 60_000 });
  await page.goto(`/modes/metrics/${new URL(page.url()).search}`);
  await page.getByRole('radio', { name: /^test images \(\d+\)$/ }).check();
  await page.getByRole('button', { name: 'Measure on the test images' }).click();
  await expect(
    page.getByText(/^Before the data set was mended .* of the \d+ test images were right/),
  ).toBeVisible();
  // The site's set is what every other pupil has.
  await page.goto('/data/');
  const kept = page.getByRole('region', { name: 'Data sets in this browser' });
  await expect(kept.getByText(/^Pets(, changed)?$/)).toHaveText(['Pets, changed', 'Pets']);
  await page.goto('/train/?network=site-pets');
  await expect(
    page.getByText(/42 images of 3 classes from a data set that this browser stores/),
  ).toBeVisible();
  expect(fetched()).toBe(3);
});
