import type { Locator, Page } from '@playwright/test';
import { animatedGif, noImage, type PickedFile, plainPng, transparentPng } from '../support/files';
import { expect, liveMaps, open, test } from '../support/site';

const pick = (page: Page, file: PickedFile) => page.getByLabel('Image file').setInputFiles({ ...file });
const statusOf = (page: Page) => page.getByRole('region', { name: 'Choose an image' }).getByRole('alert');
const pipeline = (page: Page) => page.getByRole('figure', { name: /^The pipeline with/ });

/** The page still works: another sample can be chosen and its maps are live. */
async function goesOnWorking(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^frog/ }).first().check({ force: true });
  await expect(page).toHaveURL(/picture=frog-\d+/);
  await expect(pipeline(page)).toHaveAccessibleName(/frog/);
  await expect(pipeline(page)).toContainText('Live');
}

test.describe('a file that is', () => {
  test.beforeEach(({ page }) => open(page, '/'));

  test('not an image is refused in one sentence', async ({ page }) => {
    await pick(page, noImage('letter.png'));
    await expect(statusOf(page)).toContainText('“letter.png” is not an image that this browser can read.');
    await goesOnWorking(page);
    await expect(statusOf(page)).toBeEmpty();
  });

  test('an image of a hundred megapixels is refused before it is decoded', async ({ page }) => {
    await pick(page, await plainPng('poster.png', 10_000, 10_000));
    await expect(statusOf(page)).toContainText('“poster.png” has 100 megapixels');
    await goesOnWorking(page);
  });

  const taken = [
    { what: 'a single pixel', file: () => plainPng('dot.png', 1, 1), note: 'a single pixel' },
    { what: 'partly transparent', file: () => transparentPng('sticker.png'), note: 'See-through parts' },
    { what: 'an animation', file: () => animatedGif('dance.gif'), note: 'first frame' },
    { what: 'very wide', file: () => plainPng('banner.png', 900, 30), note: '900 x 30 pixels' },
  ];
  for (const { what, file, note } of taken) {
    test(`${what} is accepted, and the page says what it does with it`, async ({ page }) => {
      const picked = await file();
      await pick(page, picked);
      const dialog = page.getByRole('dialog', { name: 'Cut out a square' });
      await expect(dialog).toContainText(note);
      await dialog.getByRole('button', { name: 'Use this square' }).click();
      await expect(page).toHaveURL(/picture=own-/);
      await expect(pipeline(page)).toHaveAccessibleName(new RegExp(picked.name));
      await expect(page.getByRole('radio', { name: picked.name })).toBeChecked();
      await goesOnWorking(page);
    });
  }
});

test.describe('an address with nonsense', () => {
  const nonsense = [
    { query: '?picture=%3Cscript%3E', expected: 'picture' },
    { query: '?picture=unicorn-1', expected: 'unicorn-1' },
    { query: '?picture=own-00000000', expected: 'this browser does not keep' },
    { query: '?channel=-3', expected: 'channel' },
    { query: '?cell=1,2', expected: 'cell' },
  ];
  for (const { query, expected } of nonsense) {
    test(`${query} is reported and left out`, async ({ page }) => {
      await open(page, `/${query}`);
      await expect(page.getByRole('status').filter({ hasText: expected })).toBeVisible();
      await goesOnWorking(page);
    });
  }

  test('of a stage, channel and cell far out of range leaves the trace page working', async ({ page }) => {
    await open(page, '/trace/?stage=conv9&channel=99999&cell=99999,99999,99999');
    await expect(page.getByRole('heading', { level: 2, name: 'Input' })).toBeVisible();
    await open(page, '/trace/?stage=conv1&channel=99999&cell=99999,99999,99999');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page).toHaveURL(/stage=pool1/);
  });
});

test.describe('where nothing can be stored', () => {
  test('because it is forbidden, the walk works and an own image can be used', async ({ page }) => {
    await page.addInitScript(() => {
      const forbid = () => {
        throw new DOMException('The user denied permission.', 'SecurityError');
      };
      Object.defineProperty(window, 'localStorage', { get: forbid });
      Object.defineProperty(window, 'sessionStorage', { get: forbid });
      IDBFactory.prototype.open = forbid;
    });
    await open(page, '/');
    await pick(page, await plainPng('mine.png', 64, 64));
    await page.getByRole('button', { name: 'Use this square' }).click();
    await expect(page).toHaveURL(/picture=own-/);
    await expect(statusOf(page)).not.toBeEmpty();
    await goesOnWorking(page);
    await page.getByRole('link', { name: 'Quiz' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('button', { name: /^Theme/ }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  });

  test('because it is full, a choice of theme and a quiz still work', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      };
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      };
    });
    await page.goto('/');
    await liveMaps(page);
    await pick(page, await plainPng('mine.png', 64, 64));
    await page.getByRole('button', { name: 'Use this square' }).click();
    await expect(statusOf(page)).not.toBeEmpty();
    await goesOnWorking(page);
  });
});

/** Chooses an own image, on a network that knows drawings alone; `shown` stands beside it then. */
async function chooseOwn(page: Page, shown: Locator): Promise<void> {
  await open(page, '/');
  await pick(page, await plainPng('leaf.png', 64, 64));
  const take = page.getByRole('button', { name: 'Use this square' });
  await expect(take.or(shown).first()).toBeVisible();
  if (await take.isVisible()) await take.click();
}

test('on a phone the answer for an own image says in sight what the network has seen, and leads there @phone-only', async ({
  page,
}) => {
  const caveat = page.getByRole('link', { name: 'It has only seen drawings' });
  await chooseOwn(page, caveat);
  await expect(caveat).toBeInViewport();
  await caveat.click();
  await expect(page.getByText(/^This network has only ever seen drawings/)).toBeInViewport();
  await page.getByRole('link', { name: 'what it sees in the image' }).click();
  await expect(page).toHaveURL(/\/see\//);
});

test('wherever an own image is chosen, it is said what the network has seen; not of the network for photographs', async ({
  page,
}) => {
  const notice = page.getByText(/^This network has only ever seen drawings/);
  await chooseOwn(page, notice);
  await expect(notice).toBeVisible();
  await page.locator('a[href="/stages/conv1/"]').first().click();
  const caveat = page.getByRole('main').getByRole('link', { name: 'This network has only seen drawings' });
  await expect(caveat).toBeVisible();
  await caveat.click();
  await expect(notice).toBeInViewport();
  await page.goto('/trace/?network=photographs');
  await expect(page.getByRole('button', { name: 'Choose another' })).toBeVisible();
  await expect(caveat).toBeHidden();
});
