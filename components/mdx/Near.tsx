'use client';

import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react';
import { OtherTrace } from '@/components/state/hooks';
import styles from './Lesson.module.css';

/** A window's height ahead values are drawn already; above it everywhere, so that nothing grows later over what is read. */
const NEAR = '1000000px 0% 100%';
/** After so many milliseconds everything has its values, for those who read otherwise than by scrolling. */
const ALL_MS = 4000;

/**
 * The values of what stands in it come when it is about to be seen: a lesson is many windows long, and drawing all of it
 * at once would be in the way of reading the first. Its room is kept by what is drawn without values.
 */
export function Near({ children }: { readonly children: ReactNode }) {
  const [near, setNear] = useState(false);
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const show = () => startTransition(() => setNear(true));
    const observer = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && show(), {
      rootMargin: NEAR,
    });
    if (mark.current) observer.observe(mark.current);
    const timer = setTimeout(show, ALL_MS);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, []);
  return (
    <>
      <span ref={mark} className={styles.mark} aria-hidden="true" />
      <OtherTrace value={near ? undefined : null}>{children}</OtherTrace>
    </>
  );
}
