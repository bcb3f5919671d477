'use client';

import { type RefObject, startTransition, useEffect, useState } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The size of an element's inside in whole CSS pixels as it changes; `first` until it was measured. That is left to the
 * browser, which tells it when it has laid out the page anyway; asked for earlier, it would lay out all of it in between.
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
