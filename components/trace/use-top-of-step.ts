'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * An element to put around the steps: when another step is shown while its top is above the window, it is
 * scrolled into sight, so that every step begins there. The first step leaves the page where it is.
 */
export function useTopOfStep(step: string): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  const shown = useRef(step);
  useLayoutEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    const top = place.current?.getBoundingClientRect().top ?? 0;
    if (top < 0) place.current?.scrollIntoView({ block: 'start', behavior: 'instant' });
  }, [step]);
  return place;
}
