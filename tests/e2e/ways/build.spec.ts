import type { Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe';
import { keyboard, tabTo } from '../support/hands';
import { expect, open, test } from '../support/site';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const handle = (page: Page, layer: string) =>
  button(page, `Move ${layer}`).and(page.locator('[data-handle]'));
const row = (page: Page, layer: string) => page.getByRole('listitem').filter({ has: handle(page, layer) });
const summary = (page: Page) => page.getByRole('region', { name: 'The whole network' });
const message = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

/** Whatever is pressed or typed into is reached with the Tab key. */
const press = (page: Page, name: string | RegExp) => keyboard.press(button(page, name));
const type = (page: Page, label: string, text: string) =>
  keyboard.type(page.getByLabel(label, { exact: true }), text);

test('a network is built, mended, shared and trained by keyboard alone', async ({ page }) => {
  // Each thing is reached with a press of the Tab key for everything before it.
  test.setTimeout(240_000);
  await open(page, '/build/');
  await tabTo(page.getByLabel('Start from'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('Start from')).toHaveValue('tinyVgg');
  await press(page, 'Start from this');
  await expect(message(page, 'Started from “Tiny VGG”.')).toBeVisible();
  await expect(row(page, 'conv4')).toContainText('26 × 26 × 10');

  // Smaller images no longer fit through four convolutions: the layer says so, and what would mend it.
  await type(page, 'Height', '12');
  await type(page, 'Width', '12');
  await expect(row(page, 'conv4')).toContainText('has a 3 × 3 kernel, but its input is only 2 × 2');
  await expect(button(page, 'Open this network')).toHaveAttribute('aria-disabled', 'true');
  await expectNoViolations(page);
  await press(page, 'Use padding “same”');
  await expect(summary(page)).toContainText('All layers fit together.');

  // Moved, removed, undone.
  await tabTo(handle(page, 'pool1'));
  await page.keyboard.press('ArrowUp');
  await expect(message(page, 'pool1 is now layer 4 of 10.')).toBeVisible();
  await expect(handle(page, 'pool1')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(message(page, 'pool1 removed.')).toBeVisible();
  await expect(summary(page)).toContainText('Layers9');
  await page.keyboard.press('ControlOrMeta+Z');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(row(page, 'conv2')).toContainText('8 × 8 × 10');

  // A layer is added from the menu; the focus goes to it.
  await press(page, 'Add a layer after flatten');
  await press(page, /^Dropout/);
  await expect(message(page, 'dropout1 added as layer 10 of 11.')).toBeVisible();
  await expect(handle(page, 'dropout1')).toBeFocused();
  await type(page, 'Share of dropout1', '0.5');
  await type(page, 'Name', 'Keys only');

  await press(page, 'Share as a link');
  const link = await summary(page).getByRole('textbox').inputValue();
  const other = await page.context().newPage();
  await other.goto(link);
  await expect(other.getByLabel('Name', { exact: true })).toHaveValue('Keys only');
  await expect(other.getByLabel('Share of dropout1')).toHaveValue('0.5');
  await other.close();

  await press(page, 'Train it');
  await expect(page).toHaveURL(/\/train\/\?network=net-[0-9a-f]{8}/);
  await press(page, 'One epoch');
  const trained = page.getByText('Every page shows your network: seed 2, 32 steps trained.');
  await expect(trained).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('region', { name: 'Network', exact: true })).toContainText('Keys only');

  // What was trained is there after a reload.
  await page.reload();
  await expect(trained).toBeVisible();
});

test('what the builder starts from is named in full at every width @first-visit', async ({ page }) => {
  for (const width of [1440, 1280, 1024, 760]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ['/build/', '/de/build/']) {
      await open(page, path);
      const cut = await page.locator('main select').evaluateAll((all) =>
        all.slice(0, 2).flatMap((select) => {
          const own = select.getBoundingClientRect().width;
          const copy = select.cloneNode(true) as HTMLSelectElement;
          // As wide as the longest of its options.
          copy.style.cssText = 'position: absolute; width: max-content; flex: none';
          select.after(copy);
          const whole = copy.getBoundingClientRect().width;
          copy.remove();
          return own < whole - 1 ? [`${select.id || select.textContent}: ${own} of ${whole}`] : [];
        }),
      );
      expect.soft(cut, `${path} at ${width}`).toEqual([]);
    }
  }
});
