'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import words from '@/words/insight';
import { Fields } from './Fields';
import { Growing } from './Growing';
import styles from './Insight.module.css';
import { Jobs } from './Jobs';
import { PlainImages } from './PlainImages';
import { YourRun } from './YourRun';

/** The key insight, shown on the chosen image and the current network. `children`: the title, beside the first figure. */
export function Insight({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.room}>
      <div className={styles.insight}>
        <div className={styles.beside}>
          <div className={styles.text}>
            {children}
            <PlainImages />
          </div>
          <Fields />
        </div>
        <Growing />
        <section aria-labelledby="jobs">
          <h2 id="jobs">{words.jobs()}</h2>
          <p className={styles.text}>{words.jobsText()}</p>
          <Jobs />
        </section>
        <YourRun />
        <p className="button-row">
          <Link href="/quiz/" className="button-quiet">
            {words.quiz()}
          </Link>{' '}
          <Link href="/trace/" className="button-quiet">
            {words.another()}
          </Link>
        </p>
      </div>
    </div>
  );
}
