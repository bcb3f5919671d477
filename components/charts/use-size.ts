'use client';

import { type RefObject, startTransition, useEffect, useState } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The content size of an element in whole CSS pixels, kept up to date; `first` until it is measured. The
 * browser reports it after its regular layout; measuring earlier would force an additional layout of the
 * whole page.
 */
export function useSize(ref: RefObject<HTMLElement | null>, first: Size): Size {
  const [size, setSize] = useState(first);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      startTransition(() =>
        setSize((now) => (now.width === width && now.height === height ? now : { width, height })),
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
