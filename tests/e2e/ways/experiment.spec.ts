import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe';
import { expect, onBothVisits, open, test } from '../support/site';

const PATIENCE_MS = 600_000;
/** A run of fewer is over before one sees it. */
const EPOCHS = 12;

const field = (page: Page, name: string) => page.getByRole('main').getByRole('textbox', { name });
const start = (page: Page) => page.getByRole('button', { name: 'Start the experiment' });
const conclusion = (page: Page) => page.getByRole('region', { name: 'Conclusion' });

/** Opens the experiment from the menu, without reloading the page. */
async function toExperiment(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: /^Run an experiment/ }).click();
}

/** Two variants, two seeds, epochs of forty images. */
async function planTiny(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'What differs' }).selectOption('Filters');
  await page.getByRole('button', { name: 'Remove the last' }).press('Enter');
  await field(page, 'Variant 1').fill('1');
  await field(page, 'Variant 2').fill('4');
  await field(page, 'Seeds').fill('2');
  await field(page, 'Epochs').fill(String(EPOCHS));
  await field(page, 'Training images').fill('40');
}

onBothVisits(() => {
  test('an impossible plan gets one sentence for each problem, and the cost is shown before the start @phone-check', async ({
    page,
  }) => {
    await open(page, '/modes/experiment/');
    await expect(page.getByText(/^15 runs: 3 variants, each with the same 5 seeds. About/)).toBeVisible();
    await field(page, 'Variant 3').fill('0.0010');
    await expect(
      page.getByText('This is variant 2 once more; two equal variants compare nothing.'),
    ).toBeVisible();
    await field(page, 'Seeds').fill('1');
    await expect(page.getByText(/give a whole number from 2 to 20/)).toBeVisible();
    await start(page).press('Enter');
    await expect(field(page, 'Variant 3')).toBeFocused();
    await expectNoViolations(page);
  });
});

test('an experiment is paused, survives a reload and another page, and reaches its conclusion', async ({
  page,
}) => {
  test.setTimeout(PATIENCE_MS);
  await open(page, '/modes/experiment/');
  await planTiny(page);
  await page.getByRole('radio', { name: 'none is clearly better' }).check();
  await start(page).press('Enter');
  await expect(page.getByRole('heading', { name: 'Filters: 1, 4' })).toBeVisible();
  await expect(page.getByText(/^Run 2 of 4: filters 4, seed 1/)).toBeVisible({ timeout: PATIENCE_MS / 4 });
  await page.getByRole('button', { name: 'Pause' }).press('Enter');
  await expect(page.getByText(/^Paused\. It goes on from this step/)).toBeVisible();

  // Paused, it stays paused over a reload; what was trained is kept.
  await page.reload();
  await expect(page.getByText(/^[123] of 4 runs are finished/)).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Resume' }).press('Enter');
  await expect(page.getByText(/^Run [234] of 4/)).toBeVisible();

  // While running, it continues by itself in a newly opened tab, on any page, and from page to page.
  await page.goto('/glossary/');
  await expect(page.getByText(/^Your experiment goes on: run [234] of 4 starts again/)).toBeVisible();
  await toExperiment(page);
  await expect(conclusion(page)).toBeVisible({ timeout: PATIENCE_MS / 2 });
  await expect(page.getByText('Your experiment is finished: all 4 runs are trained.')).toBeVisible();
  await expect(conclusion(page)).toContainText('You expected no clear difference');
  await expect(conclusion(page)).toContainText(/“[14]”.*“[14]”/);

  // The figures: a table, and a file with a row for each epoch.
  await page.getByText('All runs in figures').click();
  await expect(page.getByRole('region', { name: 'All runs in figures' }).getByRole('row')).toHaveCount(5);
  await page.getByText('How the noise was computed').click();
  await expectNoViolations(page);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).press('Enter');
  const rows = readFileSync(await (await saved).path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(rows).toHaveLength(1 + 4 * (1 + EPOCHS));
  await page.reload();
  await expect(conclusion(page)).toBeVisible();
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Delete' }).press('Enter');
  await expect(conclusion(page)).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Plan it' })).toBeVisible();
});

test('it waits while the learner trains, and does not touch the learner’s network', async ({ page }) => {
  test.setTimeout(PATIENCE_MS);
  await open(page, '/modes/experiment/');
  await planTiny(page);
  await start(page).press('Enter');
  await expect(page.getByText(/^Run 1 of 4/)).toBeVisible();
  await page.getByRole('link', { name: 'Train', exact: true }).click();
  await expect(page.getByText(/^Every page shows the network that comes with this site/)).toBeVisible();
  await page.getByRole('button', { name: 'Start training' }).press('Enter');
  await toExperiment(page);
  await expect(page.getByText(/^It waits until your own network has stopped training/)).toBeVisible();
  await page.getByRole('link', { name: /^Train\b/ }).click();
  await page.getByRole('button', { name: 'Stop' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Run', exact: true })).toContainText('Stopped');
  await toExperiment(page);
  await expect(page.getByText(/^It goes on while you read other pages/)).toBeVisible();
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Give it up' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Plan it' })).toBeVisible();
});
