'use client';

import { useMemo, useState } from 'react';
import { TaskForm } from '@/components/quiz/TaskForm';
import { useClassWord, usePipeline, useTrace } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { openValue } from '@/components/values/opening';
import { taskOf } from '@/lib/quiz/tasks';
import { learner } from '@/lib/store/learner/learner';
import { progress } from '@/lib/store/learner/progress';
import words from '@/words/task';
import worked from '@/words/worked';

/** The task about the chosen image, with a button for another one. */
export function TaskCard({ of }: { readonly of: string }) {
  const pipeline = usePipeline();
  const trace = useTrace();
  const classWord = useClassWord();
  const [seed, setSeed] = useState(1);
  const task = useMemo(
    () =>
      trace?.complete && trace.source === 'live'
        ? taskOf({ pipeline, trace, weights: trace.weights, classWord }, of, seed)
        : null,
    [pipeline, trace, classWord, of, seed],
  );
  if (!task)
    return (
      <p role="status">
        <Pending>{worked.waiting()}</Pending>
      </p>
    );
  if (!task.ok) return <p role="status">{task.problem.sentence}</p>;
  const { id, text, open, path } = task.value;
  return (
    <TaskForm
      key={`${id} ${text}`}
      task={task.value}
      onEnd={(right) => progress.getState().markAnswer(of, right)}
      onShow={() => learner.getState().inspect(path)}
      before={
        open && (
          <button type="button" className="button-quiet" onClick={() => openValue(path[0])}>
            {words.openValue()}
          </button>
        )
      }
      after={
        <button type="button" className="button-quiet" onClick={() => setSeed(seed + 1)}>
          {words.another()}
        </button>
      }
    />
  );
}
