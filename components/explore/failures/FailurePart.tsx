'use client';

import Link from 'next/link';
import { Part } from '@/components/parts/Part';
import { Rich } from '@/components/site/Rich';
import { WhenNear } from '@/components/site/WhenNear';
import { useDataSet } from '@/components/state/hooks';
import words from '@/words/failures';
import parts from '@/words/parts';
import { Failures } from './Failures';
import styles from './Failures.module.css';
import { isDrawn } from './use-photographs';

/** A gallery of failures, computed when the learner comes near it. */
export function FailurePart() {
  const photograph = isDrawn(useDataSet()) ? 'yes' : 'no';
  return (
    <section aria-labelledby="failures" className={styles.failures}>
      <h2 id="failures">{words.title()}</h2>
      <p>
        <Rich
          text={words.intro({ photograph })}
          tags={{ link: (text) => <Link href="/networks/#out-of-distribution">{text}</Link> }}
        />
      </p>
      <Part name={parts.failures()}>
        <WhenNear meanwhile={<div className={styles.tiles} />}>
          <Failures />
        </WhenNear>
      </Part>
    </section>
  );
}
