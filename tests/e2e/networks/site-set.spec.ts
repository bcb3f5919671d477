import { writeList } from '@/lib/data/sets/site-set';
import { packsOf } from '@/scripts/make/data/packs';
import { labelled, smallSet } from '../../unit/data/sets/support/forms';
import { expect, open, test } from '../support/site';

test('a data set that the site serves is among its networks: chosen, trained on, and there by its address', async ({
  page,
  context,
}) => {
  const set = { ...labelled(smallSet(60, [12, 12, 3], ['cat', 'dog', 'frog'])), name: 'Pets' };
  const files = await packsOf(set);
  const about = JSON.parse(Buffer.from(files.get('set.json') ?? []).toString());
  let fetched = 0;
  await context.route('**/sets/**', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    if (name === 'sets.json') return route.fulfill({ body: writeList([{ folder: 'pets', about }]) });
    fetched += 1;
    return route.fulfill({ body: Buffer.from(files.get(name) ?? []) });
  });
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
  expect(fetched).toBe(3);
  // By its address, and without fetching it again.
  await page.goto('/epochs/?network=site-pets');
  await expect(page.getByRole('button', { name: /^Network Pets/ })).toBeVisible();
  expect(fetched).toBe(3);
  await page.goto('/data/');
  const offered = page.getByRole('region', { name: 'Data sets of this site' });
  await expect(offered.getByText('Pets: 60 images, 3 classes')).toBeVisible();
  await offered.getByRole('button', { name: 'Open “Pets”' }).click();
  await expect(page.getByRole('heading', { name: 'Pets', level: 2 })).toBeFocused();
});
