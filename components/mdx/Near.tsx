'use client';

import { type ReactNode, useRef } from 'react';
import { ALL_MS, useNear } from '@/components/site/use-near';
import { Supply } from '@/components/state/Supply';
import styles from './Lesson.module.css';

/**
 * Supplies its content with values only shortly before it is visible: a lesson is many screens long, and
 * drawing all of it at once would delay reading the first. Until then the content without values reserves the
 * room.
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
