import type { ReactNode } from 'react';

interface Props {
  /** What is in it, for those who don't see it. Left out where `labelledBy` names an element that says so. */
  readonly label?: string;
  readonly labelledBy?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Around what may be wider than the page: it scrolls sideways by itself, by keyboard as well. */
export function ScrollBox({ label, labelledBy, className = '', children }: Props) {
  return (
    <section
      className={`scroll-box ${className}`}
      aria-label={label}
      aria-labelledby={labelledBy}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {children}
    </section>
  );
}
