'use client';

import Link from 'next/link';
import { ChosenImage } from '@/components/images/ChosenImage';
import { usePipeline } from '@/components/state/hooks';
import { convolutionsOf } from '@/lib/kinds/conv2d/stages';
import words from '@/words/insight';
import { Fields } from './Fields';
import styles from './Insight.module.css';
import { Jobs } from './Jobs';
import { Patches } from './Patches';
import { YourRun } from './YourRun';

/** The key insight, shown on the chosen image and the current network. */
export function Insight() {
  const stages = usePipeline().stages;
  const convolutions = convolutionsOf(stages);
  return (
    <div className={styles.room}>
      <div className={styles.insight}>
        <section aria-labelledby="grow">
          <h2 id="grow">{words.grow()}</h2>
          <div className={styles.beside}>
            <div className={styles.text}>
              <p>{words.growText()}</p>
              <ChosenImage />
            </div>
            <Fields />
          </div>
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
