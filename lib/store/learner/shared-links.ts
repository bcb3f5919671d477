/*
 * Within a tab the choice goes along from page to page. A link that is opened in another tab, or copied, has only its
 * address: what all pages share is written into it as soon as somebody reaches for it.
 */
import { BASE_PATH } from '@/lib/site/asset';
import { learner } from './learner';
import { parameterOf, writeAddress } from './write-address';

/** What pages share; stage and values belong to one page. */
const SHARED = ['network', 'image', 'epoch', 'pinned', 'compare'] as const;

/** The query of a link with what all pages share, where it does not name that itself. */
function shared(search: string): string {
  const query = new URLSearchParams(search);
  const choice = new URLSearchParams(writeAddress('', learner.getState()));
  for (const name of SHARED.map(parameterOf)) {
    const value = choice.get(name);
    if (value !== null && !query.has(name)) query.set(name, value);
  }
  const text = query.toString().replaceAll('%2C', ',');
  return text ? `?${text}` : '';
}

/** The links that were written to: their own query, and what it became. */
const written = new WeakMap<HTMLAnchorElement, { readonly own: string; readonly now: string }>();

/** Whether it leads to another page of this site; all pages' addresses end in a slash. */
const isPage = ({ origin, pathname }: HTMLAnchorElement): boolean =>
  origin === window.location.origin &&
  pathname !== window.location.pathname &&
  pathname.startsWith(`${BASE_PATH}/`) &&
  pathname.endsWith('/');

function complete({ target }: Event): void {
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link || !isPage(link)) return;
  const before = written.get(link);
  const own = before?.now === link.search ? before.own : link.search;
  const now = shared(own);
  written.set(link, { own, now });
  if (now !== link.search) link.search = now;
}

/** Completes links from now on. The page's own clicks are not affected: they don't read the address of the element. */
export function completeLinks(): void {
  document.addEventListener('pointerdown', complete, { capture: true });
  document.addEventListener('focusin', complete);
}
