import { useEffect } from 'react';
import { learner } from '@/lib/store/learner/learner';

/** Where the sheet is beside the page: over it, it would hide the page that was turned to. */
const BESIDE = '(min-width: 64rem)';

/**
 * Keeps the followed value open when a link leads to another page, although the new page's address does not name it. Back
 * and Forward show what their addresses say.
 */
export function useKeepOpen(): void {
  useEffect(() => {
    let page = window.location.pathname;
    let back = false;
    const popped = () => {
      back = window.location.pathname !== page;
    };
    window.addEventListener('popstate', popped, { capture: true });
    const unsubscribe = learner.subscribe((now, before) => {
      const { pathname } = window.location;
      if (pathname === page) return;
      page = pathname;
      const closed = now.path === null && before.path !== null && now.network === before.network;
      if (closed && !back && window.matchMedia(BESIDE).matches) now.inspect(before.path, before.of);
      back = false;
    });
    return () => {
      window.removeEventListener('popstate', popped, { capture: true });
      unsubscribe();
    };
  }, []);
}
