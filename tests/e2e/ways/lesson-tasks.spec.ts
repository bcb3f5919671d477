import { expectNoViolations } from '../support/axe';
import { expect, onBothVisits, open, test } from '../support/site';

onBothVisits(() => {
  test('a trace is solved by keyboard: a wrong answer is diagnosed, the right one found in the inspector @phone', async ({
    page,
  }) => {
    await open(page, '/stages/pool1/?picture=cat-1');
    const task = page.getByRole('region', { name: 'Trace it yourself' });
    await task.scrollIntoViewIfNeeded();
    const [row, column] = [task.getByLabel('row in conv1'), task.getByLabel('column in conv1')];
    await row.fill('x');
    await page.keyboard.press('Enter');
    await expect(task.getByRole('status')).toContainText('takes a whole number from 0 to 61');
    const text = (await task.getByText(/^pool1 has/).textContent()) ?? '';
    const [r, c] = /row (\d+), column (\d+)/.exec(text)?.slice(1).map(Number) ?? [];
    await row.fill(`${(2 * r + 20) % 62}`);
    await column.fill(`${(2 * c + 20) % 62}`);
    await page.keyboard.press('Enter');
    await expect(task.getByRole('status')).toContainText('Not quite. That place is not under this window');
    await task.getByRole('button', { name: 'Open the value' }).press('Enter');
    const inspector = page.getByRole('dialog');
    await expect(inspector.getByRole('heading', { level: 2 })).toHaveText(/^pool1, /);
    await inspector.getByRole('button', { name: 'To the pixels' }).press('Enter');
    await expect(inspector.getByRole('heading', { level: 2 })).toHaveText(/^input, /, { timeout: 30_000 });
    const path = await inspector
      .getByRole('navigation', { name: 'The way taken' })
      .getByRole('listitem')
      .nth(1)
      .textContent();
    const [, wonRow, wonColumn] = /(\d+)\D+(\d+)\D+\d+/.exec(path?.replace('conv1', '') ?? '') ?? [];
    await page.keyboard.press('Escape');
    await row.fill(wonRow);
    await column.fill(wonColumn);
    await page.keyboard.press('Enter');
    await expect(task.getByRole('status')).toContainText('Right. The winner is');
    await task.getByRole('button', { name: 'Another one' }).press('Enter');
    await expect(task.getByText(/^pool1 has/)).not.toHaveText(text);
    await expectNoViolations(page);
  });
});

for (const stage of ['input', 'normalize', 'conv1', 'conv2', 'pool2', 'flatten', 'dense', 'output'])
  test(`the lesson on ${stage} has a trace that can be shown`, async ({ page }) => {
    await open(page, `/stages/${stage}/?picture=cat-1`);
    const task = page.getByRole('region', { name: 'Trace it yourself' });
    await task.scrollIntoViewIfNeeded();
    await task.getByRole('button', { name: 'Show me' }).click();
    await expect(page.getByRole('dialog').getByRole('heading', { level: 2 })).toBeVisible();
    await expect(page.getByRole('dialog').getByRole('alert')).toHaveCount(0);
    await expect(task.getByRole('status')).not.toHaveText('');
  });
