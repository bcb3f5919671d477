import { expect, type Locator, type Page } from '@playwright/test';

/** The two ways to use a page: with a pointer, or with the keyboard alone. */
export interface Hand {
  readonly name: string;
  /** Activates a link or a button. */
  press(target: Locator): Promise<void>;
  /** Chooses one of a group of radio buttons. */
  choose(target: Locator): Promise<void>;
  /** Replaces the text of a field. */
  type(target: Locator, text: string): Promise<void>;
}

export const mouse: Hand = {
  name: 'mouse',
  press: (target) => target.click(),
  // The radio itself is hidden behind its image or words; a person clicks its label.
  // Where something above it arrives in between, the page moves under the pointer, and a person clicks again.
  choose: (target) =>
    expect(async () => {
      await target.locator('xpath=ancestor::label').click();
      await expect(target).toBeChecked({ timeout: 1000 });
    }).toPass(),
  type: (target, text) => target.fill(text),
};

const MOST_TABS = 250;
const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Tabs until `arrived`, like someone without a mouse; fails when it is never reached. */
async function tabUntil(page: Page, what: string, arrived: () => Promise<boolean>): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await arrived()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${what} cannot be reached with the Tab key`);
}

export const tabTo = (target: Locator): Promise<void> =>
  tabUntil(target.page(), String(target), () => hasFocus(target));

export const keyboard: Hand = {
  name: 'keyboard',
  async press(target) {
    await expect(target).toBeVisible();
    await tabTo(target);
    await target.page().keyboard.press('Enter');
  },
  async choose(target) {
    const page = target.page();
    const name = await target.getAttribute('name');
    const inGroup = () =>
      page.evaluate((group) => document.activeElement?.getAttribute('name') === group, name);
    await tabUntil(page, String(target), inGroup);
    for (let steps = 0; steps < MOST_TABS && !(await hasFocus(target)); steps++) {
      await page.keyboard.press('ArrowDown');
    }
    // The keys that move also choose, except that the first of a group in which nothing is chosen is only focused.
    if (!(await target.isChecked())) await page.keyboard.press('Space');
    await expect(target).toBeChecked();
  },
  async type(target, text) {
    await tabTo(target);
    await target.page().keyboard.press('ControlOrMeta+A');
    await target.page().keyboard.type(text);
  },
};
