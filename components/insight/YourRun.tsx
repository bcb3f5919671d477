'use client';

import Link from 'next/link';
import { useState } from 'react';
import { LineChart } from '@/components/charts/LineChart';
import { type MeasuredRun, useRuns } from '@/components/epochs/use-runs';
import { epochLines, epochWords } from '@/components/train/lines';
import { formatPercent } from '@/lib/format/format';
import styles from './Insight.module.css';

/** What training brought: the learner's own run where there is one, else the run that comes with the site. */
export function YourRun() {
  const { all, waiting, sentence } = useRuns();
  const run = all.find(({ name }) => name === 'own' || name === 'shipped');
  const own = run?.name === 'own';
  return (
    <section aria-labelledby="run" className={styles.run}>
      <h2 id="run">{own ? 'Your run' : 'The run that comes with this site'}</h2>
      {run ? (
        <Told run={run} />
      ) : (
        <p className={styles.empty}>{waiting ? 'The run is on its way.' : sentence}</p>
      )}
      {!own && (
        <p>
          <Link href="/train/">Train the network yourself</Link>, and your own run stands here.
        </p>
      )}
    </section>
  );
}

function Told({ run }: { readonly run: MeasuredRun }) {
  const [cursor, setCursor] = useState<number | null>(null);
  const first = run.epochs[0];
  const last = run.epochs[run.epochs.length - 1];
  const at = cursor ?? last.epoch;
  return (
    <>
      <p>
        Nobody told the kernels what to look for. They began as random numbers and got{' '}
        {formatPercent(first.accuracy)} of the training pictures right, as good as guessing. After epoch{' '}
        {last.epoch} it is {formatPercent(last.accuracy)}, and {formatPercent(last.heldOutAccuracy)} of the
        pictures by an artist the network never learned from. The distance between the two is what it knows by
        heart.
      </p>
      <LineChart
        title="Accuracy"
        lines={epochLines(run.epochs, 'accuracy')}
        x={{ label: 'epoch', domain: [0, Math.max(1, last.epoch)] }}
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
