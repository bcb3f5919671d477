'use client';

import { useState } from 'react';
import type { Standing } from '@/lib/challenges/standing-schema';
import { markHint } from '@/lib/state/challenge-marks';
import words from '@/words/challenge';
import styles from './Challenge.module.css';

interface Props {
  /** The problem's. */
  readonly id: string;
  readonly hints: readonly string[];
  readonly standing: Standing;
}

/** The hints that were taken, and a button for the next one. */
export function Hints({ id, hints: all, standing: { hints, stars } }: Props) {
  const [read, setRead] = useState(0);
  const shown = Math.max(hints, read);
  const take = () => {
    markHint(id, all.length);
    setRead(shown + 1);
  };
  return (
    <div className={styles.hints}>
      <ol aria-live="polite" aria-label={words.hints()}>
        {all.slice(0, shown).map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ol>
      {shown < all.length && (
        <button type="button" className="button-quiet" onClick={take}>
          {stars > 0 ? words.readHint() : words.takeHint()}
        </button>
      )}
    </div>
  );
}
