/*
 * Within a tab the choice goes along from page to page. A link that is opened in another tab, or copied, has only its
 * address: what all pages share is written into it before it is.
 */
import { BASE_PATH } from '@/lib/site/asset';
import { searchOf } from '@/lib/site/query';
import { learner } from './learner';
import { parameterOf, writeAddress } from './write-address';

/** What pages share; stage and values belong to one page. */
export const SHARED = ['network', 'image', 'epoch', 'pinned', 'compare'] as const;

/** The query of a link with what all pages share, where it does not name that itself. */
function shared(search: string): string {
  const query = new URLSearchParams(search);
  const choice = new URLSearchParams(writeAddress('', learner.getState()));
  for (const name of SHARED.map(parameterOf)) {
    const value = choice.get(name);
    if (value !== null && !query.has(name)) query.set(name, value);
  }
  return searchOf(query);
}

/** The links that were written to: their own query, and what it became. */
const written = new WeakMap<HTMLAnchorElement, { readonly own: string; readonly now: string }>();

/** Whether it leads to another page of this site; all pages' addresses end in a slash. */
const isPage = ({ origin, pathname }: HTMLAnchorElement): boolean =>
  origin === window.location.origin &&
  pathname !== window.location.pathname &&
  pathname.startsWith(`${BASE_PATH}/`) &&
  pathname.endsWith('/');

/** Whether what happens opens the link elsewhere, or shows what can be done with it. A plain click stays in this tab. */
const leadsElsewhere = (event: Event): boolean =>
  event.type === 'contextmenu' ||
  (event instanceof PointerEvent && event.button === 1) ||
  ((event instanceof PointerEvent || event instanceof KeyboardEvent) &&
    (event.ctrlKey || event.metaKey || event.shiftKey));

function complete(event: Event): void {
  if (!leadsElsewhere(event)) return;
  const { target } = event;
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link || !isPage(link)) return;
  const before = written.get(link);
  const own = before?.now === link.search ? before.own : link.search;
  const now = shared(own);
  written.set(link, { own, now });
  if (now !== link.search) link.search = now;
}

/** Completes links from now on. */
export function completeLinks(): void {
  for (const type of ['pointerdown', 'keydown', 'contextmenu'])
    document.addEventListener(type, complete, { capture: true });
}
