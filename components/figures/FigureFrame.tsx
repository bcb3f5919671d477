'use client';

import { type ReactNode, useState } from 'react';
import styles from './FigureFrame.module.css';

interface Props {
  /** Names the figure for those who don't see it. */
  readonly label: string;
  readonly children: ReactNode;
  /** The same numbers in words and tables; only made when they are opened. */
  words(): ReactNode;
}

/** Around every figure: its name, and its numbers in words for those who don't see it or want to copy them. */
export function FigureFrame({ label, children, words }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <figure className={styles.figure} aria-label={label}>
      {children}
      <details className={styles.words} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>This figure in words and numbers</summary>
        {open && words()}
      </details>
    </figure>
  );
}
