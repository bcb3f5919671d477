import type { ReactNode } from 'react';
import type { PuzzleName } from '@/lib/quiz/puzzles/puzzles';
import words from '@/words/puzzles';
import styles from '../Lesson.module.css';
import { Arrives } from './Arrives';
import { PuzzleLoader } from './PuzzleLoader';

interface Props {
  readonly of: string;
  readonly asks: PuzzleName;
  /** The question in the lesson’s own words. */
  readonly children: ReactNode;
}

/** What a lesson asks before it explains anything; the options are computed when the reader wants to guess. */
export function Puzzle({ of, asks, children }: Props) {
  return (
    <section className={styles.puzzle} aria-label={words.label()}>
      <Arrives of={of} />
      {children}
      <PuzzleLoader of={of} asks={asks} label={words.guess()} />
      <noscript>
        <p>{words.noScript()}</p>
      </noscript>
    </section>
  );
}
