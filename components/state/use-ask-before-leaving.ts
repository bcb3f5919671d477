'use client';

import { useEffect } from 'react';
import words from '@/words/state';

/** The link that a click follows in this tab to another page of the site; null where it does something else. */
function linkAway({
  target,
  button,
  metaKey,
  ctrlKey,
  shiftKey,
  altKey,
}: MouseEvent): HTMLAnchorElement | null {
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link?.href || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return null;
  if (link.target !== '' || link.hasAttribute('download')) return null;
  const { origin, pathname } = window.location;
  return link.origin === origin && link.pathname !== pathname ? link : null;
}

/**
 * Whether a step back or forward in the tab's history leads to another page of the site, and can be refused: a browser allows
 * that once after the learner has done something on the page (https://html.spec.whatwg.org/#the-navigateevent-interface).
 */
const isStepAway = ({ navigationType, cancelable, destination }: NavigateEvent): boolean =>
  navigationType === 'traverse' &&
  cancelable &&
  destination.sameDocument &&
  new URL(destination.url).pathname !== window.location.pathname;

/** How many parts of the page have something unsaved. */
let unsaved = 0;

/** Whether the page may be left for another one: asks, where something would be lost. */
export const mayLeave = (): boolean => unsaved === 0 || window.confirm(words.leave());

const askAtUnload = (event: BeforeUnloadEvent) => event.preventDefault();

function askAtLink(event: MouseEvent): void {
  if (!linkAway(event)) return;
  if (mayLeave()) {
    // Some links load their page anew.
    window.removeEventListener('beforeunload', askAtUnload);
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

function askAtStep(event: NavigateEvent): void {
  if (isStepAway(event) && !mayLeave()) event.preventDefault();
}

/** Browsers from before 2026 may not have it. */
const navigation = (): Navigation | undefined => window.navigation;

/** However many parts have something unsaved, each question is asked once. */
function listen(): void {
  window.addEventListener('beforeunload', askAtUnload);
  document.addEventListener('click', askAtLink, true);
  navigation()?.addEventListener('navigate', askAtStep);
}

function unlisten(): void {
  window.removeEventListener('beforeunload', askAtUnload);
  document.removeEventListener('click', askAtLink, true);
  navigation()?.removeEventListener('navigate', askAtStep);
}

/**
 * The browser asks before the page is left or closed, while `isUnsaved`; at a link of the site, and at Back and Forward within
 * it, which unload no page, we do.
 */
export function useAskBeforeLeaving(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    unsaved += 1;
    listen();
    return () => {
      unsaved -= 1;
      if (unsaved === 0) unlisten();
    };
  }, [isUnsaved]);
}
