import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe';
import { expect, onBothVisits, open, test } from '../support/site';

// A busy machine needs its time for a page this long.
test.beforeEach(() => test.slow());

/** A number as the page writes it. */
const numberIn = (text: string | null) =>
  Number((text ?? '').replaceAll('−', '-').replaceAll(',', '').trim());

// By elements instead of roles where a test looks often: computing the roles of a page of formulas takes a browser long.
const figureOf = (page: Page, name: string) =>
  page.locator(`figure[aria-label="${name}: formula and present values"]`);
/** The symbols' buttons, in order. */
const symbolsOf = (figure: Locator) => figure.locator('li > button');
const symbol = (figure: Locator, words: RegExp) => symbolsOf(figure).filter({ hasText: words });
const shownBy = async (button: Locator) => numberIn(await button.locator('.number').textContent());
const numbersOf = async (figure: Locator, caption: string) => {
  const table = figure.locator('table').filter({ hasText: new RegExp(`^${caption}(?! \\w)`) });
  return (await table.locator('tbody td').allTextContents()).map(numberIn);
};
const lit = (figure: Locator) => figure.locator('.katex-html [data-lit]');

/** Opens the page with the network of epoch 1, which is not confident of anything yet. */
async function read(page: Page): Promise<void> {
  await open(page, '/modes/deep-dive/?picture=cat-1&epoch=1');
  const loss = symbol(figureOf(page, 'Cross-entropy'), /the loss$|the loss /).first();
  await expect(async () => {
    const value = await shownBy(loss);
    expect(value).toBeGreaterThan(0.1);
  }).toPass({ timeout: 60_000 });
}

onBothVisits(() => {
  test('formulas are MathML and light up by keyboard with their values, which match the inspector @phone', async ({
    page,
  }) => {
    await read(page);
    const figure = figureOf(page, 'Convolution');
    await expect(figure.getByRole('math').first()).toBeAttached();
    expect(await page.locator('math').count()).toBeGreaterThan(60);
    await expect(figure.locator('.katex-html').first()).toHaveAttribute('aria-hidden', 'true');

    // Down the list with the Tab key: each symbol lights up in the formula and in the figure, and only that one.
    const symbols = symbolsOf(figure);
    await symbols.first().focus();
    for (const [at, name] of ['w', 'x', 'b', 'z', 'a'].entries()) {
      await expect(symbols.nth(at)).toBeFocused();
      await expect(lit(figure).first()).toHaveAttribute('data-symbol', name);
      for (const one of await lit(figure).all()) expect(await one.getAttribute('data-symbol')).toBe(name);
      await page.keyboard.press('Tab');
    }
    // A pressed symbol stays lit.
    await symbol(figure, /the bias/).press('Enter');
    await expect(symbol(figure, /the bias/)).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Shift+Tab');
    await expect(lit(figure).first()).toHaveAttribute('data-symbol', 'x');
    await symbols.first().blur();
    await symbol(figure, /the value that lies/).blur();
    await expect(lit(figure).first()).toHaveAttribute('data-symbol', 'b');

    // The terms shown add up to the sum shown.
    const bias = await shownBy(symbol(figure, /the bias/));
    const sum = await shownBy(symbol(figure, /the sum/));
    let added = bias;
    for (const colour of ['red', 'green', 'blue']) {
      const patch = await numbersOf(figure, `patch, ${colour}`);
      const kernel = await numbersOf(figure, `kernel, ${colour}`);
      expect(patch).toHaveLength(9);
      added += patch.reduce((all, value, n) => all + value * kernel[n], 0);
    }
    // 27 products of numbers with three decimals.
    expect(Math.abs(added - sum)).toBeLessThan(0.03);

    // And the inspector has the same value at the same position.
    const place = /filter (\d+), row (\d+), column (\d+)/.exec((await figure.textContent()) ?? '');
    await figure.getByRole('button', { name: /^Explain this value/ }).press('Enter');
    const inspector = page.getByRole('dialog');
    await expect(inspector.getByRole('heading', { level: 2 })).toContainText(
      `row ${place?.[2]}, column ${place?.[3]}`,
    );
    await expect(inspector).toContainText(`max(0, ${sum.toFixed(4)}`);
  });
});

test('the sum follows a change of position and of filter', async ({ page }) => {
  await read(page);
  const figure = figureOf(page, 'Convolution');
  const map = figure.getByRole('application');
  const before = await figure.getByText(/^conv1, filter/).textContent();
  await map.press('ArrowRight');
  await expect(figure.getByText(/^conv1, filter/)).not.toHaveText(before ?? '');
  await figure.getByRole('spinbutton', { name: 'filter' }).fill('5');
  await expect(figure.getByText(/^conv1, filter 5,/)).toBeVisible();
  await expect(page).toHaveURL(/cell=\d+,\d+,5/);
});

test('from the logits to the loss and back: every number follows from the ones before', async ({ page }) => {
  await read(page);
  const softmax = figureOf(page, 'Softmax');
  const logits = await numbersOf(softmax, 'logits');
  const largest = await shownBy(symbol(softmax, /the largest logit/));
  expect(largest).toBe(Math.max(...logits));
  const exponentials = logits.map((logit) => Math.exp(logit - largest));
  const sum = exponentials.reduce((a, b) => a + b, 0);
  expect(await shownBy(symbol(softmax, /the sum of all/))).toBeCloseTo(sum, 4);
  const shares = await numbersOf(softmax, 'probabilities');
  for (const [unit, one] of exponentials.entries()) expect(shares[unit]).toBeCloseTo(one / sum, 4);

  const loss = figureOf(page, 'Cross-entropy');
  await loss.getByRole('combobox').selectOption('truck');
  await expect(loss).toContainText('The right class is truck.');
  const truck = shares[9];
  expect(await shownBy(symbol(loss, /the loss$|the loss /).first())).toBeCloseTo(-Math.log(truck), 2);
  const gradients = await numbersOf(loss, 'gradients');
  expect(gradients).toHaveLength(10);
  for (const [unit, one] of gradients.entries())
    expect(one).toBeCloseTo(shares[unit] - Number(unit === 9), 4);

  // The same class, and the same gradient, in the figure of the layer before.
  const dense = figureOf(page, 'Back through a dense layer');
  const [input, delta, gradient] = await Promise.all([
    shownBy(symbol(dense, /an input of the layer/)),
    shownBy(symbol(dense, /the gradient with respect to the sum/)),
    shownBy(symbol(dense, /the gradient with respect to the weight/)),
  ]);
  expect(delta).toBeCloseTo(truck - 1, 4);
  expect(gradient).toBeCloseTo(input * delta, 4);

  const pool = figureOf(page, 'Back through a max pooling');
  const handed = await numbersOf(pool, 'gradients of the window');
  expect(handed.filter((one) => one !== 0)).toHaveLength(1);
  const gate = figureOf(page, 'Back through a ReLU');
  const [sums, from, on] = await Promise.all(
    ['sums', 'arriving', 'passed back'].map((caption) => numbersOf(gate, caption)),
  );
  expect(on).toEqual(from.map((one, at) => (sums[at] > 0 ? one : 0)));
});

test('initial weights are drawn and measured, and a step of Adam matches the backward pass', async ({
  page,
}) => {
  await read(page);
  const first = figureOf(page, 'Initialisation');
  await first.getByRole('button', { name: /^Draw the initial weights/ }).press('Enter');
  await first.getByRole('radio', { name: 'dense' }).check({ force: true });
  const fan = await shownBy(symbol(first, /fan-in/));
  const wanted = await shownBy(symbol(first, /the formula asks for/));
  expect(wanted).toBeCloseTo(Math.sqrt(2 / fan), 6);
  const drawn = await shownBy(symbol(first, /that were drawn/));
  expect(Math.abs(drawn / wanted - 1)).toBeLessThan(0.01);

  const adam = figureOf(page, 'Adam');
  const take = adam.getByRole('button', { name: 'Break down the next update' });
  await expect(take).toHaveAttribute('aria-disabled', 'false');
  await take.press('Enter');
  await expect(adam).toContainText('step 1 of Adam, from the network of epoch 1', { timeout: 60_000 });
  const gradient = await shownBy(symbol(adam, /the gradient of this step/));
  expect(await shownBy(symbol(adam, /the first moment, corrected/))).toBeCloseTo(gradient, 5);
  expect(await shownBy(symbol(adam, /the change/))).toBeCloseTo(-0.001 * Math.sign(gradient), 5);
  const moved = await shownBy(symbol(adam, /the new weight/));

  await open(page, '/backward/?epoch=1');
  const there = page.getByRole('button', { name: 'Break down the next update' });
  await expect(there).toHaveAttribute('aria-disabled', 'false');
  // The step is that of the shown epoch, once its run has loaded.
  await expect(page.getByText(/^Epoch 1 of/)).toBeVisible();
  await there.press('Enter');
  await expect(page.getByText(/^The first step of a run from the network of epoch 1/)).toBeVisible({
    timeout: 60_000,
  });
  const table = page.getByRole('table').filter({ hasText: 'first moment' });
  const last = table.getByRole('row').last().getByRole('cell').last();
  expect(numberIn(await last.textContent())).toBe(moved);
});

test('the formulas are accessible, and nothing is wider than a small phone @thorough', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await read(page);
  await symbol(figureOf(page, 'Softmax'), /the probability/).focus();
  await expectNoViolations(page);
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await over()).toBeLessThanOrEqual(0);
});

test('the styles of formulas are fetched on pages with formulas, and nowhere else', async ({ page }) => {
  const styled = () =>
    page.evaluate(() => [...document.fonts].some(({ family }) => family.includes('KaTeX_Main')));
  for (const path of ['/modes/concept/', '/stages/conv1/']) {
    await page.goto(path);
    expect(await styled()).toBe(false);
  }
  await page.goto('/modes/deep-dive/');
  expect(await styled()).toBe(true);
});
