'use client';

import { type ReactNode, useRef } from 'react';
import { ALL_MS, useNear } from '@/components/site/use-near';
import { Supply } from '@/components/state/Supply';
import styles from './Lesson.module.css';

/**
 * The values of what stands in it come when it is about to be seen: a lesson is many windows long, and drawing all of it
 * at once would be in the way of reading the first. Its room is kept by what is drawn without values.
 */
export function Near({ children }: { readonly children: ReactNode }) {
  const mark = useRef<HTMLSpanElement>(null);
  const near = useNear(mark, ALL_MS);
  return (
    <>
      <span ref={mark} className={styles.mark} aria-hidden="true" />
      <Supply trace={near ? undefined : null}>{children}</Supply>
    </>
  );
}
