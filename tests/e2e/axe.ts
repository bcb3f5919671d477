import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './site';

/** Those of axe's rules whose answer depends on the theme. */
const ABOUT_COLOURS = ['color-contrast', 'link-in-text-block'];

async function objections(builder: AxeBuilder): Promise<string[]> {
  // In this mode axe leaves frames of other origins out, of which there are none, and takes half the time.
  const { violations } = await builder.setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** Axe has nothing to object to on a page, or in a part of it, in either theme. */
export async function expectNoViolations(page: Page, part = 'html'): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await objections(new AxeBuilder({ page }).include(part)), 'in light').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  const colours = new AxeBuilder({ page }).include(part).withRules(ABOUT_COLOURS);
  expect(await objections(colours), 'in dark').toEqual([]);
}
