import type { Page } from '@playwright/test';
import { expect } from './site';

/** A window of 1280 by 1024 at 400 % zoom: what WCAG 1.4.10 requires a page to fit in. */
const NARROW = { width: 320, height: 256 };

/** How far the page scrolls sideways, and what scrolls sideways in it that has no name or can't be reached by keyboard. */
const wideParts = (page: Page) =>
  page.evaluate(async () => {
    // Opened content may be wider than closed content; it is rendered with the next frame.
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    const scrolls = (element: HTMLElement) =>
      element.scrollWidth > element.clientWidth &&
      element.clientWidth > 0 &&
      /auto|scroll/.test(getComputedStyle(element).overflowX);
    const reached = (element: HTMLElement) =>
      element.tabIndex >= 0 || element.querySelector('a, button, input, select, [tabindex="0"]') !== null;
    const named = (element: HTMLElement) =>
      element.tabIndex < 0 || Boolean(element.ariaLabel || element.getAttribute('aria-labelledby'));
    const boxes = [...document.querySelectorAll<HTMLElement>('body *')].filter(scrolls);
    const { scrollWidth, clientWidth } = document.documentElement;
    return {
      // A page that is narrower than its window reports it as a number below 0.
      sideways: Math.max(0, scrollWidth - clientWidth),
      unreachable: boxes
        .filter((box) => !(reached(box) && named(box)))
        .map(({ outerHTML }) => outerHTML.slice(0, 120)),
    };
  });

/** A page in a window of 320 by 256 pixels doesn't scroll sideways; wider content scrolls by itself and can be reached. Restores the window's size. */
export async function expectToFitNarrow(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize(NARROW);
  const path = `${new URL(page.url()).pathname} at 320 pixels`;
  expect.soft(await wideParts(page), path).toEqual({ sideways: 0, unreachable: [] });
  if (before) await page.setViewportSize(before);
}
