'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import styles from './OpenValue.module.css';

interface Props {
  /** The value, as it stands there. */
  readonly children: ReactNode;
  /** Whether the Tab key stops here. Of a group of many it stops at one, and the arrow keys go on to the others. */
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
 * A value in words or numbers that explains itself when it is pressed. Around a group of them stands an element with
 * `data-values`, the number of values in a line of it.
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
  // Arrow keys also turn the pages of the trace; here they walk.
  event.preventDefault();
  event.stopPropagation();
}
