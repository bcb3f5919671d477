import type { Page } from '@playwright/test';
import { expect } from './site';

/** The side of the least target, in pixels of the page (WCAG 2.5.8), and the step in which it is measured. */
const LEAST = 24;
const STEP = 0.5;

/**
 * What can be touched and is smaller, as far as it can be touched: a label belongs to its field, and what a control
 * covers beside its words belongs to it. Not links within a sentence, which WCAG excepts. And what something else
 * covers even in the middle of the screen, where no bar at its edges is; what an open dialog covers is meant to be.
 */
const smallTargets = (page: Page, part: string) =>
  page.evaluate(
    ([least, step, within]) => {
      const touched = 'a[href], button, input, select, textarea, summary, [role=slider], [tabindex="0"]';
      const inSentence = (element: HTMLElement) =>
        getComputedStyle(element).display === 'inline' &&
        getComputedStyle(element, '::after').position !== 'absolute' &&
        [...(element.parentElement?.childNodes ?? [])].some(
          (node) =>
            node !== element &&
            (node.textContent ?? '').trim().length > 1 &&
            !(node instanceof HTMLElement && node.matches('a, button, .visually-hidden')),
        );
      const isSmall = (element: HTMLElement): string | null => {
        const { visibility, pointerEvents } = getComputedStyle(element);
        const { width, height } = element.getBoundingClientRect();
        if (visibility === 'hidden' || pointerEvents === 'none' || width <= 1 || height <= 1) return null;
        if (element.closest('.visually-hidden, :disabled, [inert]') || inSentence(element)) return null;
        // In closed details, for example.
        if (!element.checkVisibility()) return null;
        element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        const [box] = element.getClientRects();
        const belongs = (x: number, y: number) => {
          const found = document.elementFromPoint(x, y);
          if (!found) return false;
          const label = found.closest('label');
          return element.contains(found) || label?.control === element || label?.contains(element) === true;
        };
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        if (!belongs(x, y)) {
          const above = document.elementFromPoint(x, y);
          if (!above || above.closest('dialog, [role=dialog], [popover]')) return null;
          return `covered by ${above.outerHTML.slice(0, 80)}: ${element.outerHTML.slice(0, 160)}`;
        }
        const reach = (across: number, down: number) => {
          let far = 0;
          while (far < least && belongs(x + across * (far + step), y + down * (far + step))) far += step;
          return far;
        };
        const [wide, high] = [reach(1, 0) + reach(-1, 0), reach(0, 1) + reach(0, -1)];
        if (Math.min(wide, high) > least - 2 * step) return null;
        return `${wide} x ${high}: ${element.outerHTML.slice(0, 160)}`;
      };
      const before = window.scrollY;
      const found = [...document.querySelectorAll<HTMLElement>(touched)]
        .filter((element) => element.closest(within))
        .flatMap((element) => isSmall(element) ?? []);
      window.scrollTo({ top: before, behavior: 'instant' });
      return found;
    },
    [LEAST, STEP, part] as const,
  );

/** Whatever can be touched on a page, or in a part of it, is at least 24 by 24 pixels, and nothing covers it. */
export async function expectTargetsToBeTouched(page: Page, part = 'body'): Promise<void> {
  const { pathname } = new URL(page.url());
  expect
    .soft(await smallTargets(page, part), `targets covered or under ${LEAST} pixels on ${pathname}`)
    .toEqual([]);
}
