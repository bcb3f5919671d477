import type { ReactNode } from 'react';
import words from '@/words/puzzles';
import styles from '../Lesson.module.css';
import { PuzzleLoader } from './PuzzleLoader';

interface Props {
  readonly of: string;
  /** The question in the lesson’s own words. */
  readonly children: ReactNode;
}

/** What a lesson asks before it explains anything; the options are computed when the reader wants to guess. */
export function Puzzle({ of, children }: Props) {
  return (
    <section className={styles.puzzle} aria-label={words.label()}>
      {children}
      <PuzzleLoader of={of} label={words.guess()} />
      <noscript>
        <p>{words.noScript()}</p>
      </noscript>
    </section>
  );
}
