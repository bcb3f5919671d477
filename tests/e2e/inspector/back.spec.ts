import { inspectorOf } from '../support/inspector';
import { expect, open, test } from '../support/site';

test('Back takes back a followed term, the inspector and a stage, one after the other @phone', async ({
  page,
  isMobile,
}) => {
  await open(page, '/trace/?picture=cat-1');
  const stage = (id: string) => page.getByRole('heading', { level: 2, name: new RegExp(`^${id}`, 'i') });
  const { inspector, head, path, term } = inspectorOf(page);
  const title = (await page.locator('#open-layer').textContent()) ?? '';
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page).toHaveURL(/stage=conv1/);
  await expect(stage(title)).toHaveCount(0);
  await page
    .getByRole('button', { name: /^Explain this value/ })
    .first()
    .click();
  const value = (await head.textContent()) ?? '';
  await term.first().click();
  await expect(path).toHaveCount(2);
  // Scrubbing is no step, and Back does not undo it.
  const steps = await page.evaluate(() => window.history.length);
  // On a phone the sheet covers the epochs.
  if (!isMobile) {
    await page.getByRole('slider', { name: /^Epochs of/ }).press('Home');
    await expect(page).toHaveURL(/epoch=0/);
    expect(await page.evaluate(() => window.history.length)).toBe(steps);
  }

  await page.goBack();
  await expect(path).toHaveCount(1);
  await expect(head).toHaveText(value);
  if (!isMobile) await expect(page).toHaveURL(/epoch=0/);
  await page.goBack();
  await expect(inspector).toBeHidden();
  await expect(page).toHaveURL(/stage=conv1/);
  // Closing takes its steps back, so that Back does not open it again.
  await page
    .getByRole('button', { name: /^Explain this value/ })
    .first()
    .click();
  await term.first().click();
  await inspector.getByRole('button', { name: 'Close' }).click();
  await expect(inspector).toBeHidden();
  await expect(page).not.toHaveURL(/way=/);
  await page.goBack();
  await expect(stage(title)).toBeVisible();
  await expect(page).toHaveURL(/\/trace\//);
});
