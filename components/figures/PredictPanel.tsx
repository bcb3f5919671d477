'use client';

import { useMemo } from 'react';
import { useStore } from 'zustand';
import { ChoiceField } from '@/components/controls/ChoiceField';
import { TaskForm } from '@/components/quiz/TaskForm';
import { usePipeline, useTrace } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { predictionOf } from '@/lib/quiz/predict';
import { learner } from '@/lib/store/learner/learner';
import { predictions } from '@/lib/store/learner/predictions';
import { progress } from '@/lib/store/learner/progress';
import { type Cell, cellAt, type Tensor } from '@/lib/tensor/tensor';
import words from '@/words/predict';
import styles from './PredictPanel.module.css';
import type { Prediction } from './predict';

/** Wrong answers after which the right one is revealed. */
const TRIES = 2;
/** How many values are examined for one above 0, which gives a better question. */
const LOOKED_AT = 50;

/** Asks for what the figure hides, checks the answer, and explains the misconception behind a wrong one. */
export function PredictPanel({ stage, cell, asks, ask, id, open, choose, settle }: Prediction) {
  const pipeline = usePipeline();
  const trace = useTrace();
  const ready = trace?.complete && trace.source === 'live' ? trace : null;
  const task = useMemo(
    () => ready && predictionOf({ pipeline, trace: ready, weights: ready.weights }, stage, cell, ask),
    [pipeline, ready, stage, cell, ask],
  );
  const traced = trace?.stages.find((one) => one.stage === stage);
  return (
    <div className={styles.panel}>
      {asks.length > 1 && (
        <ChoiceField
          label={words.whatIsAsked()}
          options={asks.map((value) => ({ value, words: words.ask({ ask: value }) }))}
          chosen={ask}
          onChoose={choose}
        />
      )}
      {task?.ok ? (
        <TaskForm
          key={id}
          task={task.value}
          tries={TRIES}
          onEnd={(right) => {
            settle();
            predictions.getState().count(right);
            progress.getState().markAnswer(stage, right);
          }}
          after={
            traced && (
              <button type="button" className="button-quiet" onClick={() => follow(anyCell(traced))}>
                {words.anotherValue()}
              </button>
            )
          }
        />
      ) : (
        <p role="status">{task ? task.problem.sentence : <Pending>{words.loading()}</Pending>}</p>
      )}
      <Tally open={open} />
    </div>
  );
}

function Tally({ open }: { readonly open: boolean }) {
  const { asked, right } = useStore(predictions);
  return (
    <p className={styles.tally}>
      {asked > 0 && words.tally({ asked, right })} {!open && words.follow()}
    </p>
  );
}

function follow(cell: Cell): void {
  learner.getState().restore(cell.length === 3 ? { cell, channel: cell[2] } : { cell });
}

function anyCell({ shape, values }: Tensor): Cell {
  let at = 0;
  for (let turn = 0; turn < LOOKED_AT; turn++) {
    at = Math.floor(Math.random() * values.length);
    if (values[at] > 0) break;
  }
  return cellAt(shape, at);
}
