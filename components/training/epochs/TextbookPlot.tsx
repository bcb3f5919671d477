'use client';

import { useMemo } from 'react';
import { LineChart } from '@/components/charts/LineChart';
import { TaskForm } from '@/components/quiz/TaskForm';
import { formatNumber, formatShort } from '@/lib/format/format';
import type { EpochPoint } from '@/lib/run/curve';
import curves from '@/words/curves';
import words from '@/words/textbook';
import styles from './Epochs.module.css';
import { plotTask, sketchOf } from './textbook-plot';

/** The textbook’s plot, drawn after it, and the exercise: what does not fit its table? */
export function TextbookPlot({ trace }: { readonly trace: readonly EpochPoint[] }) {
  const task = useMemo(() => plotTask(trace), [trace]);
  const points = useMemo(() => sketchOf(trace), [trace]);
  const [first, last] = [points[0], points[points.length - 1]];
  return (
    <div className={styles.plot}>
      <LineChart
        title={words.plot()}
        lines={[{ id: 'plot', look: 'heavy', points }]}
        x={{ label: curves.epochAxis(), domain: [0, last.x] }}
        y={{ domain: [0, Math.ceil(first.y)] }}
        cursor={null}
        reach={null}
        onCursor={() => undefined}
        readout=""
      />
      <p className="visually-hidden">
        {words.drawn({ first: formatNumber(first.y, 2), last: formatShort(last.y), epoch: last.x })}
      </p>
      <div>
        <p>{words.sketch()}</p>
        <TaskForm task={task} onEnd={() => undefined} />
      </div>
    </div>
  );
}
