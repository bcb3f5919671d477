'use client';

import { useSyncExternalStore } from 'react';

/** Every query is asked on each render: the browser takes a fraction of a millisecond to parse one. */
const lists = new Map<string, MediaQueryList>();

function listOf(query: string): MediaQueryList {
  const list = lists.get(query) ?? window.matchMedia(query);
  lists.set(query, list);
  return list;
}

/** Whether a media query matches; false until the page is hydrated. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = listOf(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => listOf(query).matches,
    () => false,
  );
}
