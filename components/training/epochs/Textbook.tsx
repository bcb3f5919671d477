'use client';

import { useMemo } from 'react';
import { TaskForm } from '@/components/quiz/TaskForm';
import { ScrollBox } from '@/components/site/ScrollBox';
import { formatNumber, formatPercent } from '@/lib/format/format';
import { numberTask, type Task } from '@/lib/questions/task';
import type { EpochPoint } from '@/lib/run/curve';
import words from '@/words/textbook';
import styles from './Epochs.module.css';

interface Props {
  /** The textbook’s ten epochs. */
  readonly trace: readonly EpochPoint[];
}

const shareOf = (before: EpochPoint, after: EpochPoint) => formatPercent(1 - after.loss / before.loss);

/** What the textbook says of each epoch, and what can follow from a training loss and a training accuracy. */
const readingsOf = (trace: readonly EpochPoint[]): readonly (readonly [says: string, follows: string])[] => [
  [words.says1(), words.follows1({ accuracy: formatPercent(trace[0].accuracy) })],
  [words.says2(), words.follows2()],
  [words.says3(), words.follows3()],
  [words.says4(), words.follows4()],
  [words.says5(), words.follows5({ share: shareOf(trace[4], trace[5]) })],
  [words.says6(), words.follows6()],
  [words.says7(), words.follows7()],
  [words.says8(), words.follows8()],
  [words.says9(), words.follows9()],
  [words.says10(), words.follows10()],
];

/** The textbook’s ten observations, weighed, and the contradiction between its plot and its table as an exercise. */
export function Textbook({ trace }: Props) {
  const task = useMemo(() => exerciseOf(trace[trace.length - 1]), [trace]);
  return (
    <section aria-labelledby="textbook">
      <h2 id="textbook">{words.title()}</h2>
      <p className="column" style={{ marginInline: 0 }}>
        {words.intro()}
      </p>
      <ScrollBox label={words.title()}>
        <table className={`table-words ${styles.weighed}`}>
          <thead>
            <tr>
              <th scope="col">{words.epoch()}</th>
              <th scope="col">{words.says()}</th>
              <th scope="col">{words.follows()}</th>
            </tr>
          </thead>
          <tbody>
            {readingsOf(trace).map(([says, follows], at) => (
              <tr key={says}>
                <th scope="row" className="number">
                  {trace[at].epoch}
                </th>
                <td>{says}</td>
                <td>{follows}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <TaskForm task={task} onEnd={() => undefined} />
    </section>
  );
}

const exerciseOf = ({ epoch, loss }: EpochPoint): Task =>
  numberTask(
    {
      id: 'textbook’s plot',
      text: words.exercise(),
      tip: words.tip(),
      because: words.because({ loss: formatNumber(loss, 2) }),
      otherwise: words.otherwise(),
    },
    { kind: 'decimal', label: words.field({ epoch }) },
    loss,
  );
