import { expectNoViolations } from '../support/axe';
import { expect, onBothVisits, open, test } from '../support/site';

const share = (text: string | null) => Number((text ?? '').replace('%', ''));

onBothVisits(() => {
  test('metrics: what the network was measured by, the images behind a number, and a threshold @phone-check', async ({
    page,
  }) => {
    await open(page, '/modes/why/');
    // The share by guessing stands beside it.
    const right = page
      .getByText(/^It is right about/)
      .locator('.number')
      .first();
    await expect(right).toContainText('%');
    const measured = share(await right.textContent());
    await open(page, '/modes/metrics/');
    // What the run recorded stands there at once, and measuring gives the same.
    const accuracy = page.locator('dl div', { hasText: 'accuracy' }).locator('dd');
    await expect(page.getByText(/^These are the predictions recorded/)).toBeVisible();
    expect(share(await accuracy.textContent())).toBe(measured);
    await page.getByRole('button', { name: 'Measure on the test images' }).press('Enter');
    await expect(page.getByRole('heading', { name: /^Calibration/ })).toBeVisible({ timeout: 60_000 });
    expect(share(await accuracy.textContent())).toBe(measured);

    // A number equals the count of the images behind it.
    const misses = page.getByRole('button', { name: /cat, predicted as something else$/ });
    const count = Number(await misses.textContent());
    await misses.press('Enter');
    const behind = page.getByRole('heading', { name: `${count} cat, predicted as something else` });
    await expect(behind).toBeVisible();
    await expect(page.locator('section', { has: behind }).getByRole('listitem')).toHaveCount(
      Math.min(40, count),
    );

    // Everything is called a cat at 0%, so no cat is missed.
    await page.getByRole('combobox').selectOption('3');
    const chart = page.getByRole('slider', { name: /^cat: precision and recall/ });
    await chart.press('Home');
    const text = page.getByText(/^Of the images predicted as cat/);
    await expect(text).toContainText('Of the cat images, 100% are found.');
    await expect(page.getByRole('button', { name: /0 cat, not predicted as such/ })).toBeDisabled();
    await chart.press('End');
    await expect(text).not.toContainText('100% are found');
    await expectNoViolations(page);

    // Who comes back to the page does not measure again.
    await page
      .getByRole('link', { name: /^Pipeline Tracer/ })
      .first()
      .click();
    await expect(page).not.toHaveURL(/metrics/);
    await page.goBack();
    await expect(page.getByRole('heading', { name: /^Calibration/ })).toBeVisible();
    expect(share(await accuracy.textContent())).toBe(measured);
  });
});

onBothVisits(() => {
  test('recall: a wrong card comes again at once, a known one later; kept, saved, read and deleted', async ({
    page,
  }) => {
    await open(page, '/modes/recall/');
    const figure = (name: string) => page.locator('dl div', { hasText: name }).locator('dd');
    await expect(figure('new today')).toHaveText('10');
    const options = page.locator('form').getByRole('radio');
    const answer = async () => {
      await options.first().focus();
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: 'Check the answer' }).press('Enter');
    };
    for (let card = 0; card < 3; card++) {
      await expect(page.getByText('A new card')).toBeVisible();
      await answer();
      const grades = page.getByRole('group', { name: /How well did you know it|It comes again soon/ });
      await expect(grades.getByRole('button').first()).toContainText(/in 1 minute|in \d+ (minutes|days)/);
      await grades.getByRole('button').last().press('Enter');
      await expect(figure('new today')).toHaveText(String(9 - card));
    }
    await expectNoViolations(page);
    await page.reload();
    await expect(figure('new today')).toHaveText('7');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a file' }).click();
    const path = await (await saved).path();
    page.on('dialog', (dialog) => dialog.accept());
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect(figure('new today')).toHaveText('10');
    const chooser = page.getByLabel('File of your cards');
    await chooser.setInputFiles({
      name: 'cut.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"version":1,"ca'),
    });
    await expect(page.getByText(/“cut.json”: This file is cut off/)).toBeVisible();
    await chooser.setInputFiles(path);
    await expect(figure('new today')).toHaveText('7');
  });
});

test('concept: the stations show the chosen image, and terms are explained @phone', async ({ page }) => {
  await open(page, '/modes/concept/?picture=frog-1');
  const figure = page.getByRole('figure', { name: /stations of the workshop/ });
  await expect(figure.getByRole('listitem')).toHaveCount(9);
  await expect(figure).toContainText('32 stencils are laid on every place');
  const word = page.getByRole('button', { name: 'batch', exact: true });
  await word.focus();
  await page.keyboard.press('Enter');
  const text = page.getByText(/The few images that a training step looks at together/);
  await expect(text).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(text).toBeHidden();
  await expect(word).toBeFocused();
  await page.getByRole('main').getByRole('link', { name: 'glossary' }).click();
  await expect(page.getByRole('heading', { name: 'Glossary' })).toBeVisible();
});
