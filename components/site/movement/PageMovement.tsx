'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useLayoutEffect, ViewTransition } from 'react';
import { useStore } from 'zustand';
import { moved, movement } from './moved-page';

/**
 * The content of a page. Where a link to a stage led to it, it appears as a movement (see transitions.css), else
 * at once. The kind of a change is not given to React with the link: React gives it to the next change of
 * any part of the page, and on a slow machine that is another one than the new page.
 */
export function PageMovement({ children }: { readonly children: ReactNode }) {
  const path = usePathname();
  const moves = useStore(movement, ({ to }) => to === path);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new page ends a movement, and so does a link to this one
  useLayoutEffect(moved, [path, moves]);
  return (
    <ViewTransition default="none" update={moves ? 'page' : 'none'}>
      {children}
    </ViewTransition>
  );
}
