import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, isFirstVisit } from './site';

/** The axe rules whose result depends on the theme. */
const ABOUT_COLOURS = ['color-contrast', 'link-in-text-block'];

async function objections(builder: AxeBuilder): Promise<string[]> {
  // In this mode axe skips frames of other origins, of which there are none, and takes half the time.
  const { violations } = await builder.setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/**
 * Axe finds no violation on a page, or in a part of it, in the light theme; the test continues and reports all it finds.
 * The source of a page does not matter here, so a first visit is enough.
 */
export async function expectNoViolationsInLight(page: Page, part = 'html'): Promise<void> {
  if (!isFirstVisit()) return;
  await page.emulateMedia({ colorScheme: 'light' });
  const all = new AxeBuilder({ page }).include(part);
  expect.soft(await objections(all), `${new URL(page.url()).pathname} in light`).toEqual([]);
}

/** The same in both themes. */
export async function expectNoViolations(page: Page, part = 'html'): Promise<void> {
  if (!isFirstVisit()) return;
  const { pathname } = new URL(page.url());
  await expectNoViolationsInLight(page, part);
  await page.emulateMedia({ colorScheme: 'dark' });
  const colours = new AxeBuilder({ page }).include(part).withRules(ABOUT_COLOURS);
  expect.soft(await objections(colours), `${pathname} in dark`).toEqual([]);
}
