'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, use, useState } from 'react';
import { again } from '@/components/parts/again';
import { Part } from '@/components/parts/Part';
import { ScrollBox } from '@/components/site/ScrollBox';
import { learner } from '@/lib/store/learner/learner';
import ask from '@/words/ask';
import figure from '@/words/figure';
import parts from '@/words/parts';
import styles from './FigureFrame.module.css';
import { Predicting, useAsked } from './predict';

// Fetched by whoever wants to be asked.
const PredictPanel = dynamic(again(() => import('./PredictPanel').then((module) => module.PredictPanel)));

interface Props {
  /** Names the figure for those who don't see it. */
  readonly label: string;
  readonly children: ReactNode;
  /** The same numbers in words and tables; only made when they are opened. */
  words(): ReactNode;
}

/**
 * Around every figure: its name, the questions about what it shows, and its numbers in words for those who don't see it
 * or want to copy them. While something is asked for, what stands inside an element with `data-veil` of that name keeps
 * its room but is neither seen nor read nor pressed.
 */
export function FigureFrame({ label, children, words }: Props) {
  const [open, setOpen] = useState(false);
  const prediction = use(Predicting);
  const asked = useAsked();
  return (
    <figure className={styles.figure} aria-label={label} data-asked={asked ?? undefined}>
      {children}
      {prediction && (
        <div className={styles.predict} data-screen>
          <label className={styles.switch}>
            <input
              type="checkbox"
              checked={prediction.on}
              onChange={(event) => learner.getState().predict(event.currentTarget.checked)}
            />
            {ask.switch()}
          </label>
          <div className={styles.room}>
            {prediction.on && (
              <Part name={parts.predict()}>
                <PredictPanel {...prediction} />
              </Part>
            )}
          </div>
        </div>
      )}
      <details className={styles.words} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{figure.inWords()}</summary>
        {open && (
          <ScrollBox label={figure.inNumbers({ figure: label })}>
            {asked ? <p>{ask.later()}</p> : words()}
          </ScrollBox>
        )}
      </details>
    </figure>
  );
}
