import type { Page } from '@playwright/test';
import { PAGES } from '@/scripts/pages';
import { expect, open, test } from './support/site';
import { translatePage } from './support/translator';

/** Opens a page and runs the translator on it. */
async function openTranslated(page: Page, path: string): Promise<void> {
  await open(page, path);
  await page.evaluate(translatePage);
}

/** React reports that a page translated before hydration differs from what was sent, and renders it again. */
const DIFFERS = /Minified React error #(418|423|425)/;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

const WALK: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'training, paused, stepped and stopped': async (page) => {
    await openTranslated(page, '/train/');
    const run = page.getByRole('region', { name: 'Run' });
    await button(page, 'Start training').click();
    await expect(run).toContainText(/step [1-9]\d* of/);
    await button(page, 'Pause').click();
    await expect(run).toContainText('Paused');
    const before = await run.textContent();
    await button(page, 'One step').click();
    await expect(run).not.toHaveText(before ?? '');
    await button(page, 'Stop').click();
    await expect(run).toContainText('Stopped');
    await expect(run).not.toContainText('Paused');
  },
  'the trace, its inspector, another epoch and another value': async (page) => {
    await openTranslated(page, '/trace/?picture=cat-1&stage=output');
    const answer = page.getByText(/^Top prediction/);
    const now = await answer.textContent();
    await page.getByRole('slider', { name: /^Epochs of/ }).press('Home');
    await expect(page.getByText('Epoch 0 of 10').first()).toBeVisible();
    await expect.poll(() => answer.textContent()).not.toBe(now);
    await button(page, /^Explain this value/).click();
    const head = page.getByRole('dialog').getByRole('heading', { level: 2 });
    await expect(head).toHaveText(/^output, /);
    await page
      .getByRole('list', { name: 'What the value was made of' })
      .getByRole('button', { name: /^(index|row|unit)/ })
      .first()
      .click();
    await expect(head).toHaveText(/^dense, /);
    await button(page, 'Close').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await button(page, /^Backъ?$/).click();
    await expect(page).toHaveURL(/stage=dense/);
    await button(page, 'Next').click();
    await expect(page).toHaveURL(/stage=output/);
  },
  'a question of the quiz': async (page) => {
    await openTranslated(page, '/quiz/');
    const question = page
      .getByRole('list', { name: /^Round/ })
      .getByRole('listitem')
      .first();
    await question.getByRole('radio').first().locator('xpath=ancestor::label').click();
    await question.getByRole('button', { name: 'Check the answer' }).click();
    await expect(question.getByText(/^(Right|Not quite)\./)).toBeVisible();
  },
  'a changed image': async (page) => {
    await openTranslated(page, '/what-if/?picture=cat-1');
    const board = page.getByRole('application', { name: /^The image/ });
    await board.scrollIntoViewIfNeeded();
    await board.click({ position: { x: 40, y: 40 } });
    await expect(page.getByText(/^1 change, the last: painted/)).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByText(/^Nothing is changed\./)).toBeVisible();
  },
  'a problem of the challenge': async (page) => {
    await openTranslated(page, '/modes/challenge/?problem=repair');
    const repair = page.getByRole('region', { name: 'Repair an architecture' });
    await repair.getByRole('textbox', { name: 'kernel of conv2', exact: true }).fill('3');
    await page.keyboard.press('Enter');
    await expect(repair).toContainText('1 attempt so far.');
  },
  'a changed line of code': async (page) => {
    await open(page, '/modes/try-it/');
    const news = page.getByRole('status').filter({ hasText: /It runs|Line/ });
    await expect(news).toContainText('It runs');
    await page.evaluate(translatePage);
    const layers = page.getByRole('region', { name: 'Layers of the network in the code' });
    await expect(layers).toContainText('62 × 62 × 32');
    await page.locator('.cm-line').getByText('32', { exact: true }).first().dblclick();
    await page.keyboard.press('8');
    await expect(layers).toContainText('62 × 62 × 8');
  },
  'another image': async (page) => {
    await openTranslated(page, '/');
    const frog = page.getByRole('radio', { name: /^frog/ }).first();
    await frog.locator('xpath=ancestor::label').click();
    await expect(page.getByRole('figure', { name: /^The pipeline with .*frog/ })).toContainText('Live');
    await expect(page.getByText(/^For .* the network predicts .* frog|frog/).first()).toBeVisible();
  },
};

for (const [what, walk] of Object.entries(WALK)) {
  test(`${what} on a translated page`, async ({ page }) => {
    await walk(page);
    await expect(page.getByText('could not be drawn')).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

test('every page stays alive when it is translated', async ({ page, watch }) => {
  watch.allow(DIFFERS);
  for (const path of PAGES) {
    await page.goto(path);
    await page.evaluate(translatePage);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('ъ');
    await expect(page.getByText('could not be drawn')).toHaveCount(0);
  }
});

test('a page that is translated before its scripts run is not blank', async ({ page, watch }) => {
  watch.allow(DIFFERS);
  let translated = () => {};
  const ready = new Promise<void>((resolve) => {
    translated = resolve;
  });
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    await ready;
    await route.continue();
  });
  await page.goto('/stages/conv1/', { waitUntil: 'commit' });
  await page.getByRole('contentinfo').waitFor();
  await page.evaluate(translatePage);
  translated();
  await expect(page.getByRole('main').getByRole('figure').first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Something on this page failed')).toHaveCount(0);
});
