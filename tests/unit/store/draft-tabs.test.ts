import { afterEach, expect, test, vi } from 'vitest';
import { Browser } from '../support/tabs';

afterEach(() => vi.unstubAllGlobals());

async function open(browser: Browser) {
  const tab = browser.open();
  const page = await tab.load(() => import('@/lib/store/explore/build'));
  tab.in(() => page.restoreDraft());
  const name = () => page.build.getState().history.present.architecture.name;
  const rename = (to: string) => tab.in(() => page.edit({ type: 'rename', name: to }, 'name'));
  return { tab, page, name, rename, undo: () => tab.in(() => page.undoEdit()) };
}

test('a draft follows the other tab, which is said; the own one is a step back', async () => {
  const browser = new Browser();
  const [a, b] = [await open(browser), await open(browser)];
  a.rename('one');
  browser.deliver();
  b.rename('two');
  browser.deliver();
  expect([a.name(), b.name()]).toEqual(['two', 'two']);
  expect([a, b].map(({ page }) => page.build.getState().isFromElsewhere)).toEqual([true, false]);
  b.rename('three');
  browser.deliver();
  // Both changes of the other tab are one step.
  a.undo();
  expect(a.name()).toBe('one');
  expect(a.page.build.getState().isFromElsewhere).toBe(false);
  browser.deliver();
  expect(b.name()).toBe('one');
  b.undo();
  expect(b.name()).toBe('three');
});

test('two tabs that change it at once end with the same draft, and keep their own a step back', async () => {
  const browser = new Browser();
  const [a, b] = [await open(browser), await open(browser)];
  a.rename('mine');
  b.rename('theirs');
  browser.deliver();
  expect(a.name()).toBe(b.name());
  for (const [one, own] of [
    [a, 'mine'],
    [b, 'theirs'],
  ] as const) {
    if (one.name() === own) continue;
    one.undo();
    expect(one.name()).toBe(own);
  }
});

test('what is stored by another tab and can’t be read changes nothing', async () => {
  const browser = new Browser();
  const [a, b] = [await open(browser), await open(browser)];
  a.rename('mine');
  b.tab.in(() => localStorage.setItem('build', '{"name":'));
  browser.deliver();
  expect(a.name()).toBe('mine');
});
