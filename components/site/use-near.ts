'use client';

import { type RefObject, startTransition, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * One window height ahead; anything above counts as near, so that nothing later grows above the reading
 * position.
 */
const NEAR = '1000000px 0% 100%';

/** After this many milliseconds everything gets its values, for those who read without scrolling. */
export const ALL_MS = 4000;

/**
 * Whether an element has come near the window; once true it stays so, and the resulting content is rendered
 * in slices. After `atLatest` milliseconds it counts as near wherever it is, and at once when the page is
 * printed, so that the printout is complete.
 */
export function useNear(ref: RefObject<Element | null>, atLatest?: number): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const come = () => startTransition(() => setNear(true));
    // The browser prints what is rendered when this returns.
    const print = () => flushSync(() => setNear(true));
    window.addEventListener('beforeprint', print);
    const watch = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && come(), {
      rootMargin: NEAR,
    });
    if (ref.current) watch.observe(ref.current);
    const timer = atLatest === undefined ? undefined : setTimeout(come, atLatest);
    return () => {
      watch.disconnect();
      window.removeEventListener('beforeprint', print);
      clearTimeout(timer);
    };
  }, [ref, atLatest]);
  return near;
}
