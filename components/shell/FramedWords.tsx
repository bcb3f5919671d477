'use client';

import { Rich } from '@/components/site/Rich';
import words from '@/words/framed';
import styles from './FramedNote.module.css';

/** What a page can't do in a frame, or that what it stores may be lost, and a link to a separate window. */
export const FramedWords = ({ frame }: { readonly frame: 'frame' | 'no origin' }) => (
  <p role="status" className={styles.note}>
    <Rich
      text={frame === 'frame' ? words.keeps() : words.noOrigin()}
      tags={{
        code: (text) => <code>{text}</code>,
        link: (text) => (
          <a href={window.location.href} target="_blank" rel="noopener">
            {text}
          </a>
        ),
      }}
    />
  </p>
);
