'use client';

import { startTransition, useEffect, useState } from 'react';
import type { ReadableStore } from '@/lib/store/owned-store';

/**
 * A part of a store, followed at most once per `interval` milliseconds: batches arrive faster than anyone
 * reads. The last value always arrives. `select` must return the same object while nothing has changed.
 */
export function usePaced<View, T>(store: ReadableStore<View>, select: (view: View) => T, interval = 100): T {
  const [value, setValue] = useState(() => select(store.getState()));
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let shownAt = Number.NEGATIVE_INFINITY;
    let last: T | null = null;
    const show = () => {
      waiting = undefined;
      shownAt = performance.now();
      const next = select(store.getState());
      // React would call a function; wrapping the value prevents that.
      const set = () => setValue(() => next);
      // The first value arrives while the page is being prepared, and is rendered in slices. Later ones must
      // not wait for one another.
      if (last === null) startTransition(set);
      else set();
      last = next;
    };
    const stop = store.subscribe(() => {
      if (waiting === undefined)
        waiting = setTimeout(show, Math.max(0, interval - (performance.now() - shownAt)));
    });
    show();
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }, [store, select, interval]);
  return value;
}
