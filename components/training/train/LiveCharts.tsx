'use client';

import { useMemo, useState } from 'react';
import { LineChart } from '@/components/charts/LineChart';
import { useDataSet } from '@/components/state/hooks';
import type { ParentRun } from '@/lib/network/run';
import type { TrainingView } from '@/lib/store/training/training-view';
import curves from '@/words/curves';
import words from '@/words/live-charts';
import { EpochNumbers } from './EpochNumbers';
import {
  batchLine,
  beyond,
  epochLines,
  epochWords,
  FORMAT,
  leftLines,
  lossTop,
  type Measure,
  stepsAPoint,
  TICKS,
} from './lines';
import styles from './Train.module.css';

const MEASURES: readonly { measure: Measure; title: string }[] = [
  { measure: 'loss', title: curves.loss() },
  { measure: 'accuracy', title: curves.accuracy() },
];

const leftWords = ({ epoch, exact }: ParentRun): string =>
  words.dotted({ epoch, exact: exact ? 'yes' : 'no' });

interface Props {
  readonly view: Pick<TrainingView, 'epochs' | 'batches' | 'parent'>;
  readonly epochs: number;
}

/** The lines of both charts, the upper end of their axes, and how many steps a point of the fine line averages. */
function useLines({ view, epochs }: Props) {
  const { classes } = useDataSet();
  const size = stepsAPoint(epochs * (view.batches.at(0)?.batches ?? 0));
  const left = view.parent?.epochs;
  const lines = useMemo(() => {
    const of = (measure: Measure) => [
      batchLine(view.batches, measure, size),
      ...(left ? leftLines(left, measure) : []),
      ...epochLines(view.epochs, measure),
    ];
    return { loss: of('loss'), accuracy: of('accuracy') };
  }, [view.batches, view.epochs, left, size]);
  return { size, lines, top: { loss: lossTop(lines.loss, Math.log(classes.length)), accuracy: 1 } };
}

/** Loss and accuracy during training: a fine line by batch, a point for each epoch. */
export function LiveCharts({ view, epochs }: Props) {
  const [chosen, setChosen] = useState<number | null>(null);
  const first = view.epochs.at(0)?.epoch;
  const last = view.epochs.at(-1)?.epoch;
  const reach = first === undefined || last === undefined ? null : ([first, last] as const);
  // Until the learner points at an epoch the readout shows the newest.
  const cursor = reach ? Math.min(chosen ?? reach[1], reach[1]) : null;
  const point = view.epochs.find(({ epoch }) => epoch === cursor);
  const { lines, top } = useLines({ view, epochs });
  return (
    <div className={styles.charts}>
      {MEASURES.map(({ measure, title }) => (
        <LineChart
          key={measure}
          title={title}
          lines={lines[measure]}
          x={{
            label: curves.epochAxis(),
            domain: [0, Math.max(epochs, view.parent?.epochs.at(-1)?.epoch ?? 0)],
          }}
          y={{ domain: [0, top[measure]], ticks: TICKS[measure] }}
          cursor={cursor}
          reach={reach}
          onCursor={setChosen}
          readout={epochWords(point, measure)}
          empty={words.empty()}
        />
      ))}
    </div>
  );
}

/** How to read the charts, and their numbers as a table. */
export function ChartNotes({ view, epochs }: Props) {
  const { size, lines, top } = useLines({ view, epochs });
  const wildest = beyond(lines.loss[0], top.loss);
  const tested = view.epochs.some(({ testLoss }) => testLoss !== undefined);
  return (
    <div className={styles.notes}>
      <p className={styles.soft}>
        {words.legend({ steps: size, test: tested ? 'yes' : 'no' })}
        {view.parent && ` ${leftWords(view.parent)}`}
        {wildest !== null && ` ${words.beyond({ loss: FORMAT.loss(wildest) })}`}
      </p>
      <EpochNumbers epochs={view.epochs} />
    </div>
  );
}
