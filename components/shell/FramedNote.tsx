'use client';

import { usePathname } from 'next/navigation';
import { useSyncExternalStore } from 'react';
import { Rich } from '@/components/site/Rich';
import { hasNoOrigin, isFramed } from '@/lib/site/frame';
import words from '@/words/framed';
import styles from './FramedNote.module.css';

/** Pages that only display; every other page stores something for the learner. */
const SHOWS = /^\/(stages\/.*|trace\/|glossary\/|credits\/|insight\/|space\/)?$/;

// A page never moves into or out of a frame.
const subscribe = () => () => {};
type Frame = 'none' | 'frame' | 'no origin';
const frameNow = (): Frame => (hasNoOrigin() ? 'no origin' : isFramed() ? 'frame' : 'none');

/**
 * Shown in a frame: what the page can't do there, or that stored data may be lost, and a link to a separate
 * window.
 */
export function FramedNote() {
  const path = usePathname();
  const frame = useSyncExternalStore(subscribe, frameNow, (): Frame => 'none');
  if (frame === 'none' || (frame === 'frame' && SHOWS.test(path))) return null;
  return (
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
}
