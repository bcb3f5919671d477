'use client';

import dynamic from 'next/dynamic';
import { Fold } from '@/components/controls/Fold';
import { again } from '@/components/parts/again';
import words from '@/words/embed';
import styles from './CopyText.module.css';
import type { EmbedProps } from './EmbedCode';

// Fetched when it is asked for.
const EmbedCode = dynamic(again(() => import('./EmbedCode').then((module) => module.EmbedCode)));

/** Unfolds the code that shows this page in a frame of another one. Not in a frame itself. */
export const Embed = (props: EmbedProps) => (
  <div className={styles.embed} data-site>
    <Fold word={words.title()}>{() => <EmbedCode {...props} />}</Fold>
  </div>
);
