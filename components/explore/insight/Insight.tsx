'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { usePipeline } from '@/components/state/hooks';
import { withFilters } from '@/lib/kinds/parts/filters';
import words from '@/words/insight';
import { Fields } from './Fields';
import styles from './Insight.module.css';
import { Jobs } from './Jobs';
import { Patches } from './Patches';
import { PlainImages } from './PlainImages';
import { YourRun } from './YourRun';

/** The key insight, shown on the chosen image and the current network. `children`: the title, beside the first figure. */
export function Insight({ children }: { readonly children: ReactNode }) {
  const stages = usePipeline().stages;
  const convolutions = withFilters(stages);
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
        <section aria-labelledby="grow">
          <h2 id="grow">{words.grow()}</h2>
          <p className={styles.text}>{words.growText()}</p>
          <div className={styles.rows}>
            {convolutions.map((stage) => (
              <Patches key={stage.id} stage={stage} />
            ))}
          </div>
        </section>
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
