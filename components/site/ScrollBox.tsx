'use client';

import { type ReactNode, type RefObject, startTransition, useEffect, useRef, useState } from 'react';
import words from '@/words/site';
import styles from './ScrollBox.module.css';

interface Props {
  /** Its content, for screen readers. Left out where `labelledBy` names an element that describes it. */
  readonly label?: string;
  readonly labelledBy?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Whether the content of an element is wider than the element. */
function useIsWider(ref: RefObject<HTMLElement | null>): boolean {
  const [wider, setWider] = useState(false);
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const watch = new ResizeObserver(() =>
      startTransition(() => setWider(box.scrollWidth > box.clientWidth + 1)),
    );
    for (const one of [box, ...box.children]) watch.observe(one);
    return () => watch.disconnect();
  }, [ref]);
  return wider;
}

/**
 * A box around content that may be wider than the page: it scrolls sideways on its own, with the keyboard
 * too, and says so where it is wider.
 */
export function ScrollBox({ label, labelledBy, className = '', children }: Props) {
  const box = useRef<HTMLElement>(null);
  const wider = useIsWider(box);
  return (
    <section
      ref={box}
      className={`scroll-box ${className}`}
      aria-label={label}
      aria-labelledby={labelledBy}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll box must be reachable by keyboard
      tabIndex={0}
    >
      {wider && (
        <p className={styles.hint} data-screen>
          {words.scrolls()}
        </p>
      )}
      {children}
    </section>
  );
}
