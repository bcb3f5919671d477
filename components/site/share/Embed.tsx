'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { again } from '@/components/parts/again';
import words from '@/words/embed';
import styles from './CopyText.module.css';
import type { EmbedProps } from './EmbedCode';

// Fetched when it is asked for.
const EmbedCode = dynamic(again(() => import('./EmbedCode').then((module) => module.EmbedCode)));

/** Unfolds the code that shows this page in a frame of another one. Not in a frame itself. */
export function Embed(props: EmbedProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.embed} onToggle={(event) => setOpen(event.currentTarget.open)} data-site>
      <summary>{words.title()}</summary>
      {open && <EmbedCode {...props} />}
    </details>
  );
}
