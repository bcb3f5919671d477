'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, use } from 'react';
import { Fold } from '@/components/controls/Fold';
import { LateSaveImage } from '@/components/controls/LateSaveImage';
import { again } from '@/components/parts/again';
import { Part } from '@/components/parts/Part';
import { ScrollBox } from '@/components/site/ScrollBox';
import { learner } from '@/lib/store/learner/learner';
import ask from '@/words/ask';
import figure from '@/words/figure';
import parts from '@/words/figure-parts';
import styles from './FigureFrame.module.css';
import { Predicting, useAsked } from './predict';

// Loaded only if the learner wants to be asked.
const PredictPanel = dynamic(again(() => import('./PredictPanel').then((module) => module.PredictPanel)));

interface Props {
  /** Labels the figure for screen readers. */
  readonly label: string;
  readonly children: ReactNode;
  /** The same numbers in words and tables; rendered only when opened. */
  words(): ReactNode;
}

/**
 * The frame of every figure: its label, the questions about what it shows, and its numbers in words, for
 * screen readers and for copying. While a question is open, the contents of elements with `data-veil` of that
 * name keep their room but can't be seen, read or pressed.
 */
export function FigureFrame({ label, children, words }: Props) {
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
      <Fold word={figure.inWords()} className={styles.words}>
        {() => (
          <>
            <LateSaveImage />
            <ScrollBox label={figure.inNumbers({ figure: label })}>
              {asked ? <p>{ask.later()}</p> : words()}
            </ScrollBox>
          </>
        )}
      </Fold>
    </figure>
  );
}
