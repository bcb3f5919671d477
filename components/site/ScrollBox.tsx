'use client';

import { type ReactNode, useRef } from 'react';
import { ScrollHint } from './ScrollHint';

interface Props {
  /** Its content, for screen readers. Left out where `labelledBy` names an element that describes it. */
  readonly label?: string;
  readonly labelledBy?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * A box around content that may be wider than the page: it scrolls sideways on its own, with the keyboard
 * too, and says so where it is wider.
 */
export function ScrollBox({ label, labelledBy, className = '', children }: Props) {
  const box = useRef<HTMLElement>(null);
  return (
    <section
      ref={box}
      className={`scroll-box ${className}`}
      aria-label={label}
      aria-labelledby={labelledBy}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll box must be reachable by keyboard
      tabIndex={0}
    >
      <ScrollHint of={box} />
      {children}
    </section>
  );
}
