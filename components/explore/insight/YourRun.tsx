'use client';

import Link from 'next/link';
import { useState } from 'react';
import { LineChart } from '@/components/charts/LineChart';
import { Rich } from '@/components/site/Rich';
import { useDataSet, useSubject } from '@/components/state/hooks';
import { testBy } from '@/components/training/epochs/load-images';
import { type MeasuredRun, useRuns } from '@/components/training/epochs/runs/use-runs';
import { epochLines, epochWords } from '@/components/training/train/lines';
import { formatPercent } from '@/lib/format/format';
import words from '@/words/insight';
import styles from './Insight.module.css';

/**
 * What training achieved: the learner's own run if there is one, otherwise the run that comes with the site.
 */
export function YourRun() {
  const { all, waiting, sentence } = useRuns();
  const run = all.find(({ name }) => name === 'own' || name === 'shipped');
  const own = run?.name === 'own';
  const { images } = useDataSet();
  const ships = useSubject(({ subject }) => subject.shipped !== null);
  return (
    <section aria-labelledby="run" className={styles.run}>
      <h2 id="run">{own ? words.yours() : ships ? words.shipped() : words.none()}</h2>
      {run ? (
        <RunSummary run={run} />
      ) : (
        <p className={styles.empty}>{waiting ? words.waiting() : sentence}</p>
      )}
      {!own && images && (
        <p>
          <Rich text={words.trainIt()} tags={{ link: (text) => <Link href="/train/">{text}</Link> }} />
        </p>
      )}
    </section>
  );
}

function RunSummary({ run }: { readonly run: MeasuredRun }) {
  const [cursor, setCursor] = useState<number | null>(null);
  const first = run.epochs[0];
  const last = run.epochs[run.epochs.length - 1];
  const at = cursor ?? last.epoch;
  const { images } = useDataSet();
  return (
    <>
      <p>
        {words.summary({
          first: formatPercent(first.accuracy),
          epoch: last.epoch,
          last: formatPercent(last.accuracy),
          heldOut: formatPercent(last.heldOutAccuracy),
          test: formatPercent(last.testAccuracy ?? Number.NaN),
          by: last.testAccuracy === undefined ? 'other' : testBy(images),
        })}
      </p>
      <LineChart
        title={words.accuracy()}
        lines={epochLines(run.epochs, 'accuracy')}
        x={{ label: words.epoch(), domain: [0, Math.max(1, last.epoch)] }}
        y={{ domain: [0, 1], ticks: '%' }}
        cursor={at}
        reach={[first.epoch, last.epoch]}
        onCursor={setCursor}
        readout={epochWords(
          run.epochs.find(({ epoch }) => epoch === at),
          'accuracy',
        )}
      />
    </>
  );
}
