'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import styles from './OpenValue.module.css';

interface Props {
  /** The value as displayed. */
  readonly children: ReactNode;
  /**
   * Whether the Tab key stops here. In a large group it stops at one, and the arrow keys move to the others.
   */
  readonly tab?: boolean;
  /** Its whole row, which has to be positioned, can be clicked. */
  readonly row?: boolean;
  onOpen(): void;
}

const ARROWS: Record<string, readonly [by: 1 | -1, down: boolean]> = {
  ArrowRight: [1, false],
  ArrowLeft: [-1, false],
  ArrowDown: [1, true],
  ArrowUp: [-1, true],
};

/**
 * A value in words or numbers that opens its explanation when pressed. A group of them is inside an element
 * with `data-values`, the number of values per line.
 */
export function OpenValue({ children, tab = true, row = false, onOpen }: Props) {
  return (
    <button
      type="button"
      className={`button-text ${row ? styles.row : styles.value}`}
      tabIndex={tab ? 0 : -1}
      data-value
      onClick={onOpen}
      onKeyDown={goOn}
    >
      {children}
    </button>
  );
}

function goOn(event: KeyboardEvent<HTMLElement>): void {
  const arrow = ARROWS[event.key];
  const group = event.currentTarget.closest<HTMLElement>('[data-values]');
  if (!arrow || !group) return;
  const values = [...group.querySelectorAll<HTMLElement>('[data-value]')];
  const [by, down] = arrow;
  const to = values.indexOf(event.currentTarget) + by * (down ? Number(group.dataset.values) || 1 : 1);
  values[to]?.focus();
  // Arrow keys also turn the pages of the trace; here they move between values.
  event.preventDefault();
  event.stopPropagation();
}
