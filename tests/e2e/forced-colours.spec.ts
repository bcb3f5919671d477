import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { expectNoViolations } from './support/axe';
import { expect, open, test } from './support/site';

test.use({ forcedColors: 'active', colorScheme: 'dark' });

/** From this many pixels on, a difference counts as visible. */
const SEEN = 12;
/** Two pixels differ from this distance on, of 255, not counting antialiasing at edges. */
const APART = 64;

interface Shot {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** A control as it is, without the focus and the pointer, unless those are what is tested. */
async function look(control: Locator, focused = false): Promise<Shot> {
  if (!focused)
    await control.evaluate(
      () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
    );
  await control.page().mouse.move(0, 0);
  await control.scrollIntoViewIfNeeded();
  const box = await control.boundingBox();
  if (!box) throw new Error('the control is not on the page');
  // The surroundings of a control may show its state, for example as an outline.
  const clip = { x: box.x - 6, y: box.y - 6, width: box.width + 12, height: box.height + 12 };
  const png = await control.page().screenshot({ clip, animations: 'disabled' });
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** How many pixels differ between two shots; all of them if the sizes differ. */
function apart(one: Shot, other: Shot): number {
  if (one.width !== other.width || one.height !== other.height) return one.width * one.height;
  const channels = one.data.length / (one.width * one.height);
  let count = 0;
  for (let at = 0; at < one.data.length; at += channels)
    if ([0, 1, 2].some((channel) => Math.abs(one.data[at + channel] - other.data[at + channel]) >= APART))
      count++;
  return count;
}

/**
 * Opens a page and waits until nothing on its first screen changes any more: the maps of the large layers, and the recorded
 * run, come after the first live map.
 */
async function openStill(page: Page, path: string): Promise<void> {
  await open(page, path);
  let before = await page.screenshot({ animations: 'disabled' });
  await expect(async () => {
    await page.waitForTimeout(500);
    const now = await page.screenshot({ animations: 'disabled' });
    const same = now.equals(before);
    before = now;
    expect(same).toBe(true);
  }).toPass();
}

/** Waits until a control that was scrolled to is drawn: figures further down get their values when a reader comes near. */
async function settle(control: Locator): Promise<void> {
  let before = await look(control);
  await expect(async () => {
    await control.page().waitForTimeout(200);
    const now = await look(control);
    const same = apart(before, now) < SEEN;
    before = now;
    expect(same).toBe(true);
  }).toPass();
}

/** A control looks different after a change of its state; unchanged it looks the same twice. */
async function expectSeen(name: string, control: Locator, change: () => Promise<unknown>): Promise<void> {
  await settle(control);
  const before = await look(control);
  expect.soft(apart(before, await look(control)), `${name}: the same twice`).toBeLessThan(SEEN);
  await change();
  expect.soft(apart(before, await look(control)), name).toBeGreaterThanOrEqual(SEEN);
}

/** The focus is visible, also on a chosen control. */
async function expectFocusSeen(name: string, control: Locator): Promise<void> {
  const before = await look(control);
  // The keyboard's focus: a script's focus after a mouse click is not shown.
  await control.page().keyboard.press('Tab');
  await control.focus();
  expect.soft(apart(before, await look(control, true)), `${name}: focus`).toBeGreaterThanOrEqual(SEEN);
}

/** The drawing is visible: without it the pixels are different. */
const expectDrawn = (name: string, drawn: Locator) =>
  expectSeen(name, drawn, () => drawn.evaluate((element) => element.setAttribute('style', 'opacity: 0')));

const tile = (page: Page, name: string | RegExp) =>
  page.locator('label').filter({ has: page.getByRole('radio', { name }) });

test('in forced colours every state of a control is visible: what is on every page', async ({ page }) => {
  await openStill(page, '/stages/conv1/');
  const nav = page.getByRole('navigation', { name: 'The walk' });
  const spine = page.getByRole('navigation', { name: 'The nine stages' });
  const turn = async () => {
    await page.getByRole('link', { name: 'Quiz', exact: true }).click();
    await expect(page).toHaveURL(/quiz/);
  };
  await expectFocusSeen('link of the header', nav.getByRole('link', { name: 'Trace' }));
  await expectFocusSeen('the current one', nav.getByRole('link', { name: 'Lessons' }));
  const stage = spine.getByRole('link', { name: /^conv1/ });
  const before = await look(stage);
  await expectSeen('current page in the header', nav.getByRole('link', { name: 'Lessons' }), turn);
  expect.soft(apart(before, await look(stage)), 'current stage').toBeGreaterThanOrEqual(SEEN);
  await expectNoViolations(page, 'header');
});

test('in forced colours every state of a control is visible: a lesson', async ({ page }) => {
  await openStill(page, '/stages/conv1/');
  const map = tile(page, /^map 3/i).first();
  await expectSeen('map', map, () => map.click());
  const predict = page.locator('label').filter({ hasText: 'Predict, then reveal' }).first();
  await expectSeen('check box', predict, () => predict.click());
  await predict.click();
  await expectDrawn('colours of a legend', page.locator('[class*="legend"] [style*="background"]').first());
  const question = page.getByRole('region', { name: 'A question on this lesson' });
  const check = question.getByRole('button', { name: 'Check the answer' });
  const [first, second] = await question.locator('label').all();
  await expectSeen('disabled button', check, () => expectSeen('option', first, () => first.click()));
  const openOption = await look(second);
  await check.click();
  const mark = question.getByText(/^(right|your answer)$/);
  await expect(mark.first()).toBeVisible();
  const right = question.locator('label').filter({ has: page.getByText('right', { exact: true }) });
  await expectSeen('right answer, by more than its word', right, () =>
    right.evaluate((element) => element.setAttribute('data-state', 'other')),
  );
  expect.soft(apart(openOption, await look(second)), 'answered option').toBeGreaterThanOrEqual(SEEN);
});

test('in forced colours every state of a control is visible: tools, tables, charts', async ({ page }) => {
  await openStill(page, '/what-if/');
  const eraser = tile(page, 'eraser');
  await expectSeen('tool', eraser, () => eraser.click());
  await expectFocusSeen('chosen tool', page.getByRole('radio', { name: 'eraser' }).locator('..'));
  const slider = page.getByRole('slider', { name: /contrast/ });
  await expectSeen('disabled tool', page.getByRole('button', { name: 'Undo' }), () => slider.fill('1.5'));

  await openStill(page, '/trace/');
  const layer = page.locator('button[aria-current]').first();
  await expectSeen('current layer', layer, () => page.getByRole('button', { name: 'Next' }).click());

  await openStill(page, '/epochs/');
  const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: /^(Epoch )?3$/ }) });
  const chart = page.locator('svg[class*="drawing"]').first();
  await expectDrawn('line', chart.locator('[data-look="heavy"] path'));
  await expectDrawn('dashed line', chart.locator('[data-look="dashed"] path'));
  await expectDrawn('tick', chart.locator('text').first());
  const ring = chart.locator('circle[data-mark="ring"]').first();
  await expectSeen('ring, not dot', ring, () =>
    ring.evaluate((mark) => mark.setAttribute('data-mark', 'dot')),
  );
  await expectSeen('chosen row', row, () => row.getByRole('button').click());
  const cell = page.getByRole('table').locator('button[aria-pressed]').first();
  await expectSeen('colour of a count', cell, () =>
    cell.evaluate((element) => element.style.removeProperty('background')),
  );
  await expectSeen('pressed cell', page.getByRole('table').locator('button[aria-pressed]').nth(1), () =>
    page.getByRole('table').locator('button[aria-pressed]').nth(1).click(),
  );
});

test('in forced colours every state of a control is visible: training', async ({ page }) => {
  await openStill(page, '/train/');
  // Nothing moves any more once the duration of the run is known.
  await expect(page.getByText(/for the whole run/)).toBeVisible();
  const rate = page.getByLabel('Learning rate');
  const before = await look(rate);
  await rate.fill('x');
  await rate.blur();
  const wrong = await look(rate);
  await rate.evaluate((field) => field.setAttribute('aria-invalid', 'false'));
  expect
    .soft(apart(wrong, await look(rate)), 'wrong field, by more than its text')
    .toBeGreaterThanOrEqual(SEEN);
  expect.soft(apart(before, wrong), 'wrong field').toBeGreaterThanOrEqual(SEEN);
  const bar = page.locator('progress').first();
  await expectSeen('progress', bar, () => bar.evaluate((element) => element.setAttribute('value', '0.5')));
  const pause = page
    .getByRole('button', { name: 'Pause' })
    .or(page.getByRole('button', { name: 'Stop' }))
    .first();
  await expectSeen('blocked button', pause, () =>
    pause.evaluate((element) => element.setAttribute('aria-disabled', 'false')),
  );
});
