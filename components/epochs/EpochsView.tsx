'use client';

import { useMemo, useState } from 'react';
import { LineChart } from '@/components/charts/LineChart';
import { useLearner } from '@/components/state/hooks';
import { lossTop, TICKS } from '@/components/train/lines';
import { CLASSES } from '@/lib/pipeline/architecture';
import { linesOf, readoutOf } from './chart-lines';
import { EpochDetail } from './EpochDetail';
import { EpochReading } from './EpochReading';
import styles from './Epochs.module.css';
import { EpochTable } from './EpochTable';
import { FilterChanges } from './FilterChanges';
import { RunChooser } from './RunChooser';
import { readingsOf } from './readings';
import { type RunName, useRuns } from './use-runs';

const CHARTS = [
  { measure: 'loss', title: 'Loss' },
  { measure: 'accuracy', title: 'Accuracy' },
] as const;

/** The textbook's trace beside a measured run: curves, a reading of one epoch, and all epochs as a table. */
export function EpochsView() {
  const runs = useRuns();
  const [asked, setAsked] = useState<RunName>('own');
  const travelled = useLearner((state) => state.epoch);
  const [pointed, setPointed] = useState({ epoch: 1, from: travelled });
  // Going through the epochs in the bar above turns this page as well; here one may look further without going.
  const chosen = pointed.from === travelled ? pointed.epoch : (travelled ?? pointed.epoch);
  const setChosen = (epoch: number) => setPointed({ epoch, from: travelled });
  const shown = (asked === 'own' ? (runs.own ?? runs.shipped) : (runs.shipped ?? runs.own)) ?? null;
  const points = shown?.epochs;
  const readings = useMemo(() => readingsOf(points ?? []), [points]);
  const lines = useMemo(
    () => ({ loss: linesOf(points ?? [], 'loss'), accuracy: linesOf(points ?? [], 'accuracy') }),
    [points],
  );
  const reach = [readings[0].epoch, readings[readings.length - 1].epoch] as const;
  const reading = readings.find(({ epoch }) => epoch === chosen) ?? readings[readings.length - 1];
  const top = { loss: lossTop(lines.loss, Math.log(CLASSES.length)), accuracy: 1 };
  return (
    <>
      <RunChooser runs={runs} shown={shown} onChoose={setAsked} />
      <div className={styles.charts}>
        {CHARTS.map(({ measure, title }) => (
          <LineChart
            key={measure}
            title={title}
            lines={lines[measure]}
            x={{ label: 'epoch', domain: [0, reach[1]] }}
            y={{ domain: [0, top[measure]], ticks: TICKS[measure] }}
            cursor={reading.epoch}
            reach={reach}
            onCursor={setChosen}
            readout={readoutOf(reading, measure)}
          />
        ))}
      </div>
      <EpochReading reading={reading} reach={reach} onEpoch={setChosen} />
      {shown && <EpochDetail run={shown} epoch={reading.epoch} />}
      {shown && <FilterChanges run={shown} epoch={reading.epoch} />}
      <EpochTable readings={readings} chosen={reading.epoch} onEpoch={setChosen} />
    </>
  );
}
