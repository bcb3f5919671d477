'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import type { ChartLine } from '@/components/charts/LineChart';
import { LineChart } from '@/components/charts/LineChart';
import { again } from '@/components/parts/again';
import { CourseOnly } from '@/components/site/CourseOnly';
import { WhenNear } from '@/components/site/WhenNear';
import { useDataSet, useHasEpochs, useLearner, useSubject } from '@/components/state/hooks';
import type { RunName } from '@/lib/network/handle';
import { type EpochPoint, runFactsOf } from '@/lib/run/curve';
import { runsStore } from '@/lib/store/runs/runs';
import { runFiles } from '@/lib/store/session/run-files';
import { FIRST_SUBJECT } from '@/lib/store/subject/subject';
import curves from '@/words/curves';
import words from '@/words/epoch-readings';
import { epochLines, FORMAT, figureWords, lossTop, type Measure, TICKS } from '../train/lines';
import { EpochDetail } from './EpochDetail';
import { EpochReading } from './EpochReading';
import styles from './Epochs.module.css';
import { EpochTable } from './EpochTable';
import { FilterChanges } from './FilterChanges';
import { type Reading, readingsOf } from './readings';
import { CompareRuns } from './runs/CompareRuns';
import { RunChooser } from './runs/RunChooser';
import { RunFiles } from './runs/RunFiles';
import { useRuns } from './runs/use-runs';
import { useCursor } from './use-cursor';

const Textbook = dynamic(again(() => import('./Textbook').then((module) => module.Textbook)));

const CHARTS = [
  { measure: 'loss', title: curves.loss() },
  { measure: 'accuracy', title: curves.accuracy() },
] as const;

interface Props {
  /** Typical training numbers from a textbook. */
  readonly textbook: readonly EpochPoint[];
  /** The terms that the curves use; below them, so that the curves are seen first. */
  readonly children: ReactNode;
}

const NONE: readonly EpochPoint[] = [];

/**
 * The textbook's trace beside a measured run: curves, the figures of one epoch, and all epochs as a table.
 */
export function EpochsView(props: Props) {
  const opened = useStore(runsStore, (runs) => runs.opened.length > 0);
  return useHasEpochs() || opened ? <Runs {...props} /> : props.children;
}

function Runs(props: Props) {
  // The textbook's numbers are about the course's network.
  const textbook = useSubject(({ subject }) => subject.id === FIRST_SUBJECT) ? props.textbook : NONE;
  const besideTextbook = textbook.length > 0;
  const { classes, counts } = useDataSet();
  const runs = useRuns();
  const byHand = useStore(runsStore, ({ chosen }) => chosen?.run ?? null);
  const [chosen, setChosen] = useCursor();
  const pinned = useLearner((state) => state.pinned);
  const shown = runs.all.find(({ name }) => name === byHand) ?? runs.all[0] ?? null;
  const lookAt = (run: RunName) => {
    const found = runs.all.find(({ name }) => name === run);
    runFiles.lookAt(run === 'own' || !found ? null : { run, epochs: found.epochs, labels: found.labels });
  };
  const points = shown?.epochs;
  const readings = useMemo(
    () => readingsOf(textbook, points ?? [], runFactsOf(classes.length, counts)),
    [textbook, points, classes, counts],
  );
  const lines = useMemo(
    () => ({
      loss: linesOf(textbook, points ?? [], 'loss'),
      accuracy: linesOf(textbook, points ?? [], 'accuracy'),
    }),
    [textbook, points],
  );
  if (readings.length === 0)
    return (
      <>
        <RunChooser runs={runs} shown={shown} besideTextbook={besideTextbook} onChoose={lookAt} />
        <RunFiles run={shown} />
        <p>{words.noRun()}</p>
        {props.children}
      </>
    );
  const reach = [readings[0].epoch, readings[readings.length - 1].epoch] as const;
  const reading = readings.find(({ epoch }) => epoch === chosen) ?? readings[readings.length - 1];
  const top = { loss: lossTop(lines.loss, Math.log(classes.length)), accuracy: 1 };
  return (
    <>
      <RunChooser runs={runs} shown={shown} besideTextbook={besideTextbook} onChoose={lookAt} />
      <div className={styles.charts}>
        {CHARTS.map(({ measure, title }) => (
          <LineChart
            key={measure}
            title={title}
            lines={lines[measure]}
            x={{ label: curves.epochAxis(), domain: [0, reach[1]] }}
            y={{ domain: [0, top[measure]], ticks: TICKS[measure] }}
            cursor={reading.epoch}
            reach={reach}
            onCursor={setChosen}
            pressed
            pinned={pinned}
            readout={readoutOf(reading, measure)}
          />
        ))}
      </div>
      {props.children}
      <EpochReading reading={reading} reach={reach} besideTextbook={besideTextbook} onEpoch={setChosen} />
      <WhenNear>
        {shown && <EpochDetail run={shown} epoch={reading.epoch} />}
        {shown && <FilterChanges run={shown} epoch={reading.epoch} />}
      </WhenNear>
      {runs.all.length > 1 && <CompareRuns runs={runs.all} />}
      <EpochTable readings={readings} chosen={reading.epoch} onEpoch={setChosen} />
      <CourseOnly what="textbook">
        <WhenNear className={styles.textbook}>
          <Textbook epochs={readings.flatMap((one) => one.textbook ?? [])} />
        </WhenNear>
      </CourseOnly>
      <RunFiles run={shown} />
    </>
  );
}

const textbookLine = (textbook: readonly EpochPoint[], measure: Measure): ChartLine => ({
  id: 'textbook',
  label: words.textbookLine(),
  look: 'dotted',
  points: textbook.map((point) => ({ x: point.epoch, y: point[measure] })),
});

/** The textbook's claim and the measured values of one metric. */
const linesOf = (
  textbook: readonly EpochPoint[],
  measured: readonly EpochPoint[],
  measure: Measure,
): ChartLine[] => [
  textbookLine(textbook, measure),
  ...(measured.length > 0 ? epochLines(measured, measure) : []),
];

/** Both runs at one epoch: "epoch 3: textbook 0.85, training 1.02, validation 1.60". */
function readoutOf({ epoch, textbook, measured }: Reading, measure: Measure): string {
  const figures = [
    ...(textbook ? [words.textbookAt({ value: FORMAT[measure](textbook.point[measure]) })] : []),
    ...(measured ? [figureWords(measured.point, measure)] : []),
  ];
  return curves.atEpoch({ epoch, figures: figures.join(', ') });
}
