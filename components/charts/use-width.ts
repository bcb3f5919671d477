'use client';

import { type RefObject, useLayoutEffect, useState } from 'react';

/** The width of an element in CSS pixels as it changes; `first` until it was measured. */
export function useWidth(ref: RefObject<HTMLElement | null>, first: number): number {
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    setWidth(Math.max(1, element.clientWidth));
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.max(1, Math.round(entry.contentRect.width))),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
