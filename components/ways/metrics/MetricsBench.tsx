'use client';

import { useMemo, useState } from 'react';
import { useSurvey } from '@/components/explore/see/use-survey';
import { useClassWord, usePipeline, useTrainingView } from '@/components/state/hooks';
import { ImagesBehind } from '@/components/training/epochs/ImagesBehind';
import { formatPercent } from '@/lib/format/format';
import { answersOf, type Scored, topK } from '@/lib/metrics/classification';
import words from '@/words/metrics';
import type { Behind } from './behind';
import { CalibrationChart } from './CalibrationChart';
import { ClassRates } from './ClassRates';
import styles from './Metrics.module.css';
import { ThresholdBench } from './ThresholdBench';

/**
 * The metrics of the selected network, measured on the held-out images, with the images behind every number.
 */
export function MetricsBench() {
  const classWord = useClassWord();
  const { stages, architecture } = usePipeline();
  const { found, busy, sentence, ask } = useSurvey('heldOut', stages[stages.length - 1].id);
  const scored = useMemo(
    (): Scored | null =>
      found && {
        probabilities: found.survey.values,
        labels: found.images.heldOut.labels,
        classes: found.survey.channels,
      },
    [found],
  );
  return (
    <div className={styles.bench}>
      {!scored && (
        <p className={styles.ask}>
          <button type="button" className="button" aria-disabled={busy} onClick={() => !busy && ask()}>
            {words.measure()}
          </button>
        </p>
      )}
      <p role="status">{busy ? words.busy() : (sentence ?? '')}</p>
      {scored && <Measured scored={scored} classes={architecture.classes.map(classWord)} />}
    </div>
  );
}

function Measured({ scored, classes }: { readonly scored: Scored; readonly classes: readonly string[] }) {
  const settings = useTrainingView((view) => view.settings);
  const [target, setTarget] = useState(0);
  const [behind, setBehind] = useState<(Behind & { readonly of: string }) | null>(null);
  const answers = useMemo(() => answersOf(scored), [scored]);
  const all = { which: 'heldOut', answers, settings } as const;
  const opener = (of: string) => (next: Behind) => setBehind({ ...next, of });
  const shown = (of: string) =>
    behind?.of === of && <ImagesBehind {...all} indices={behind.indices} title={behind.title} />;
  return (
    <>
      <h3>{words.rightOrWrong()}</h3>
      <dl className={styles.figures}>
        {[1, 2, 3, 5].map((k) => (
          <div key={k}>
            <dt>{k === 1 ? words.accuracy() : words.top({ k })}</dt>
            <dd className="number">{formatPercent(topK(scored, k))}</dd>
          </div>
        ))}
      </dl>
      <p>{words.asks()}</p>
      <h3>{words.byClass()}</h3>
      <ClassRates {...{ scored, answers, classes, target }} onChoose={setTarget} onOpen={opener('classes')} />
      {shown('classes')}
      <h3>{words.threshold()}</h3>
      <ThresholdBench
        key={target}
        {...{ scored, classes, target }}
        onChoose={setTarget}
        onOpen={opener('threshold')}
      />
      {shown('threshold')}
      <h3>{words.believe()}</h3>
      <CalibrationChart scored={scored} onOpen={opener('calibration')} />
      {shown('calibration')}
    </>
  );
}
