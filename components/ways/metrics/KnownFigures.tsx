import { type ReactNode, useState } from 'react';
import { useTrainingView } from '@/components/state/hooks';
import { useRecordedPredictions } from '@/components/state/use-recorded-predictions';
import { ImagesBehind } from '@/components/training/epochs/ImagesBehind';
import { formatPercent } from '@/lib/format/format';
import words from '@/words/metrics';
import { AccuracyInterval } from './AccuracyInterval';
import type { Behind } from './behind';
import { ClassRates } from './ClassRates';
import styles from './Metrics.module.css';

interface Props {
  readonly part: 'heldOut' | 'test';
  readonly classes: readonly string[];
  /** What computes the rest. */
  readonly children: ReactNode;
}

/**
 * What is known of the network before anything is computed: the class that it predicted for each image of a set when its
 * epoch was measured. Without a recorded run only the way to compute it is there.
 */
export function KnownFigures({ part, classes, children }: Props) {
  const known = useRecordedPredictions(part);
  const settings = useTrainingView((view) => view.settings);
  const [behind, setBehind] = useState<Behind | null>(null);
  if (known === null || known === 'older') return children;
  const { record, answers, labels } = known;
  const right = answers.filter((answer, image) => answer === labels[image]).length;
  return (
    <>
      <h3>{words.rightOrWrong()}</h3>
      <dl className={styles.figures}>
        <div>
          <dt>{words.accuracy()}</dt>
          <dd className="number">{formatPercent(right / answers.length)}</dd>
        </div>
      </dl>
      <AccuracyInterval {...{ part, labels, answers }} />
      <p>{words.known({ epoch: record.epoch })}</p>
      {children}
      <h3>{words.byClass()}</h3>
      <ClassRates labels={labels} answers={answers} classes={classes} onOpen={setBehind} />
      {behind && (
        <ImagesBehind
          which={part}
          answers={answers}
          settings={{ ...settings, images: null, leftOut: null }}
          {...behind}
        />
      )}
    </>
  );
}
