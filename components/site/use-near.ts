'use client';

import { type RefObject, startTransition, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** A window's height ahead; above it everywhere, so that nothing grows later over what is read. */
const NEAR = '1000000px 0% 100%';

/** After so many milliseconds everything has its values, for those who read otherwise than by scrolling. */
export const ALL_MS = 4000;

/**
 * Whether an element has come near the window, once and for all; what that brings is drawn in slices. After `atLatest`
 * milliseconds it counts as near wherever it is, and at once when the page is printed: all of it is on paper.
 */
export function useNear(ref: RefObject<Element | null>, atLatest?: number): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const come = () => startTransition(() => setNear(true));
    // The browser takes what is drawn when this returns.
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
