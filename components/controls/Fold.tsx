'use client';

import { type ReactNode, useState } from 'react';

interface Props {
  readonly word: string;
  readonly className?: string;
  /** Rendered only while it is unfolded. */
  children(): ReactNode;
}

/** A word that unfolds what stands behind it. */
export function Fold({ word, className, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className={className} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{word}</summary>
      {open && children()}
    </details>
  );
}
