import type { Page } from '@playwright/test';
import { expect, liveMaps, open, test } from '../support/site';

/** Scripts with this in them come when the returned function is called. */
async function hold(page: Page, marked: string | null): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    if (marked === null || body.includes(marked)) await released;
    await route.fulfill({ response, body });
  });
  return release;
}

/** What only the shelf's networks have, which are fetched when one of them is asked for. */
const SHELF = '/model/digits';

const loading = (page: Page) => page.getByText('Loading the network…');
/** The page's own code has come, and looks for the network. */
const looksForIt = (page: Page) =>
  page.waitForFunction(() => document.documentElement.dataset.opening === 'now');
const network = (page: Page) => page.getByRole('button', { name: /^Network/ });

async function expectNothingOffered(page: Page): Promise<void> {
  await expect(loading(page)).toBeVisible();
  const [bar, words] = await Promise.all([
    page.locator('[data-site]:has([data-stages])').boundingBox(),
    loading(page).evaluate((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return range.getBoundingClientRect().top;
    }),
  ]);
  expect(words).toBeGreaterThan((bar?.y ?? 999) + (bar?.height ?? 999));
  // Hidden elements have no role: nothing of the course's can be read out, pressed or reached by keys.
  for (const role of ['heading', 'radio', 'figure', 'slider'] as const)
    await expect(page.getByRole(role)).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: /stages/ })).toHaveCount(0);
  await expect(network(page)).toHaveCount(0);
}

test('a page with another network in its address offers nothing of the course’s before that is there @phone', async ({
  page,
}) => {
  for (const path of ['/trace/?network=digits', '/stages/conv1/?network=digits&way=dense.3']) {
    const release = await hold(page, SHELF);
    await page.goto(path, { waitUntil: 'commit' });
    await expectNothingOffered(page);
    await looksForIt(page);
    await expectNothingOffered(page);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    release();
    await liveMaps(page);
    await expect(network(page)).toContainText('Digits');
    await expect(loading(page)).toBeHidden();
    await page.unrouteAll({ behavior: 'wait' });
  }
  // The value of the address is explained once its network is there.
  await expect(page.getByRole('dialog')).toContainText('dense');
});

test('a link that is followed before the network is there keeps it', async ({ page }) => {
  // Before any script has come, and when all but the network has.
  for (const marked of [null, SHELF]) {
    const release = await hold(page, marked);
    await page.goto('/trace/?network=digits', { waitUntil: 'commit' });
    await expect(loading(page)).toBeVisible();
    if (marked) await looksForIt(page);
    await page.getByRole('banner').getByRole('link', { name: 'Train' }).click({ noWaitAfter: true });
    await expect(page).toHaveURL(/\/train\//);
    release();
    await liveMaps(page);
    await expect(page).toHaveURL(/\/train\/\?(.*&)?network=digits/);
    await expect(network(page)).toContainText('Digits');
    await page.unrouteAll({ behavior: 'wait' });
  }
});

test('where the network of the address is not there, the page is the course’s, and says so', async ({
  page,
}) => {
  for (const name of ['nowhere', 'net-00000000', '%21']) {
    await open(page, `/trace/?network=${name}`);
    await expect(network(page)).toContainText('Drawings');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(
      page.getByText(/There is no network called|doesn’t keep the opened network|was left out/).first(),
    ).toBeVisible();
  }
});
