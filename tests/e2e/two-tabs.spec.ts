import type { Page } from '@playwright/test';
import { expect, open, test } from './support/site';

/** The question at the end of a lesson, and the end itself, which marks the lesson as read. */
async function answerLesson(page: Page): Promise<void> {
  const question = page.getByRole('region', { name: 'A question on this lesson' });
  await question.getByRole('radio').first().locator('xpath=ancestor::label').click();
  await question.getByRole('button', { name: 'Check the answer' }).click();
  await page.getByRole('navigation', { name: 'Lessons before and after' }).scrollIntoViewIfNeeded();
}

/** The first question of a round of the quiz. */
async function answerFirst(page: Page): Promise<void> {
  const question = page
    .getByRole('list', { name: /^Round/ })
    .getByRole('listitem')
    .first();
  await question.getByRole('radio').first().locator('xpath=ancestor::label').click();
  await question.getByRole('button', { name: 'Check the answer' }).click();
  await expect(question.getByText(/^(Right|Not quite)\.$/)).toBeVisible();
}

const read = (page: Page, stage: string) =>
  page
    .getByRole('navigation', { name: 'The nine stages' })
    .getByRole('link', { name: new RegExp(`^${stage}.*read`) });

test('two tabs mark lessons, answer questions and cards, and set the theme: it is kept, and shown in both', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await page.goto('/stages/conv1/');
  await other.goto('/stages/pool1/');
  // At the same moment, faster than any hand.
  await Promise.all([answerLesson(page), answerLesson(other)]);
  for (const tab of [page, other])
    for (const stage of ['conv1', 'pool1']) await expect(read(tab, stage)).toBeVisible();

  await page.goto('/modes/');
  await expect(page.getByText(/^You have met 2 questions/)).toBeVisible();
  await other.goto('/quiz/?round=5');
  await answerFirst(other);
  await expect(page.getByText(/^You have met 3 questions/)).toBeVisible();
  await page.goto('/quiz/?round=7');
  await answerFirst(page);
  for (const tab of [page, other]) {
    await tab.reload();
    await expect(tab.getByText(/^(Right|Not quite)\.$/)).toHaveCount(1);
  }

  for (const tab of [page, other]) await tab.goto('/modes/recall/');
  const fresh = (tab: Page) => tab.locator('dl div', { hasText: 'new today' }).locator('dd');
  for (const [at, tab] of [page, other].entries()) {
    await expect(fresh(tab)).toHaveText(String(10 - at));
    await tab.locator('form').getByRole('radio').first().locator('xpath=ancestor::label').click();
    await tab.getByRole('button', { name: 'Check the answer' }).click();
    const grades = tab.getByRole('group', { name: /How well did you know it|It comes again soon/ });
    await grades.getByRole('button').last().click();
  }
  for (const tab of [page, other]) await expect(fresh(tab)).toHaveText('8');
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Delete' }).click();
  for (const tab of [page, other]) await expect(fresh(tab)).toHaveText('10');

  await page.getByRole('button', { name: /^Theme/ }).click();
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(other.getByRole('button', { name: /^Theme/ })).toContainText('Light');
});

test('two tabs train: the second is notified of the first, both finish, and each comes back with its own run @thorough', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const other = await context.newPage();
  const run = (tab: Page) => tab.getByRole('region', { name: 'Run', exact: true });
  const train = async (tab: Page, settings: Readonly<Record<string, string>>) => {
    await tab.bringToFront();
    await tab.getByText('More settings').click();
    for (const [name, value] of Object.entries(settings))
      await tab.getByRole('textbox', { name }).fill(value);
    await tab.getByRole('button', { name: 'Start training' }).click();
  };
  for (const tab of [page, other]) await open(tab, '/train/');
  const settings = { Epochs: '1', 'Batch size': '100' };
  await train(page, { ...settings, Seed: '3' });
  await expect(run(page)).toContainText(/Preparing|Training/);
  await train(other, { ...settings, Seed: '4', 'Training images': '100' });
  await expect(other.getByText(/Another tab is training too/)).toBeVisible();
  await expect(page.getByText(/Another tab is training too/)).toBeHidden();
  const ends = { timeout: 90_000 };
  await expect(run(other)).toContainText('your network: seed 4, 1 step', ends);
  await expect(run(page)).toContainText('your network: seed 3, 10 steps trained', ends);
  await page.reload();
  await expect(run(page)).toContainText('your network: seed 3, 10 steps trained');
  await expect(run(page)).toContainText('Finished');
});

test('a run that trains in one tab can’t be touched in another, and a reset can be undone', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const run = (tab: Page) => tab.getByRole('region', { name: 'Run', exact: true });
  const press = (tab: Page, name: string) => tab.getByRole('button', { name, exact: true }).click();
  await open(page, '/train/');
  await page.getByText('More settings').click();
  // One step an epoch: what is stored is the end of an epoch.
  const settings = { Epochs: '60', 'Batch size': '100', 'Training images': '100', Seed: '5' };
  for (const [name, value] of Object.entries(settings))
    await page.getByRole('textbox', { name, exact: true }).fill(value);
  await press(page, 'Start training');
  await expect(run(page)).toContainText('Epoch 3 of 60', { timeout: 60_000 });
  const other = await context.newPage();
  await open(other, '/train/');
  await expect(run(other)).toContainText('Training in another tab');
  await expect(other.getByRole('button', { name: 'Reset', exact: true })).toBeDisabled();
  await page.bringToFront();
  await press(page, 'Stop');
  const trained = /your network: seed 5, \d+ steps trained/;
  await expect(run(page)).toContainText(trained);
  await expect(run(page)).toContainText('What it learned');
  const before = await run(page).getByText(trained).textContent();
  await press(page, 'Reset');
  await expect(run(page)).toContainText('the untrained network of seed 5');
  await press(page, 'Undo');
  await expect(run(page)).toContainText(before ?? 'no run');
  await page.reload();
  await expect(run(page)).toContainText(before ?? 'no run');
  // Also after a reload, until another run begins. The other tab would take the run over.
  await other.close();
  await press(page, 'Reset');
  await expect(run(page)).toContainText('the untrained network of seed 5');
  await page.reload();
  await expect(run(page)).toContainText('Not started');
  await press(page, 'Bring back the run that was reset');
  await expect(run(page)).toContainText(before ?? 'no run');
  await expect(page.getByRole('button', { name: 'Bring back the run that was reset' })).toBeHidden();
  await page.reload();
  await expect(run(page)).toContainText(before ?? 'no run');
});
