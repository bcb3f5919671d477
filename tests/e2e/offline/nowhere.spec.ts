import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUT } from '@/scripts/project';
import { footer } from '../support/kept-site';
import { expect, open } from '../support/site';
import { test } from './support';

test.use({ serviceWorkers: 'allow', visit: 'first' });

test('an address that leads nowhere is answered in its language, and is taken for no other version @first-visit', async ({
  page,
  host,
  watch,
}) => {
  watch.allow(/404/);
  const heading = page.getByRole('heading', { level: 1 });
  await open(page, '/de/');
  await footer(page).scrollIntoViewIfNeeded();
  await expect(footer(page)).toContainText('Dieser Browser', { timeout: 100_000 });
  expect((await page.goto('/de/stages/conv9/'))?.status()).toBe(404);
  await expect(heading).toHaveText('Hier ist keine Seite');
  // Some hosts have one such page for all languages.
  host.change(({ url }, response) => {
    if (url !== '/de/nirgends/') return false;
    response.writeHead(404, { 'Content-Type': 'text/html' }).end(readFileSync(join(OUT, '404.html')));
    return true;
  });
  await page.goto('/de/nirgends/');
  await expect(heading).toHaveText('There is no page here');
  await footer(page).scrollIntoViewIfNeeded();
  // Told after it was asked whether the version is the same.
  await expect(footer(page)).toContainText('This browser');
  await expect(page.getByText('A new version of this site')).toHaveCount(0);
});
