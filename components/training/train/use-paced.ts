'use client';

import { startTransition, useEffect, useState } from 'react';
import { type NetworkView, network } from '@/lib/store/network/network';

/**
 * A part of the network's view, followed at most once per `interval` milliseconds: batches come faster than anyone
 * reads. The last value always arrives. `select` must answer the same object while nothing changed.
 */
export function usePaced<T>(select: (view: NetworkView) => T, interval = 100): T {
  const [value, setValue] = useState(() => select(network.getState()));
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let shownAt = Number.NEGATIVE_INFINITY;
    let last: T | null = null;
    const show = () => {
      waiting = undefined;
      shownAt = performance.now();
      const next = select(network.getState());
      // A function would be called by React; a value is wrapped so that it never is.
      const set = () => setValue(() => next);
      // The first comes while the page is made ready, and is drawn in slices. Those that follow may not wait for one another.
      if (last === null) startTransition(set);
      else set();
      last = next;
    };
    const stop = network.subscribe(() => {
      if (waiting === undefined)
        waiting = setTimeout(show, Math.max(0, interval - (performance.now() - shownAt)));
    });
    show();
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }, [select, interval]);
  return value;
}
