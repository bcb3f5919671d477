'use client';

import { useMemo, useState } from 'react';
import { usePipeline, useTrace } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { openValue } from '@/components/values/opening';
import type { Step } from '@/lib/provenance/path';
import type { Random } from '@/lib/questions/question';
import type { Traced } from '@/lib/questions/task';
import { randomFrom } from '@/lib/quiz/round';
import type { Checked } from '@/lib/quiz/tasks';
import type { Result } from '@/lib/result';
import words from '@/words/problem-path';
import { AskedForm } from '../AskedForm';
import type { BodyProps } from '../bench';

const SEEDS = 1000;

interface Task extends Checked {
  readonly text: string;
  /** The value from which the path starts; it can be opened. */
  readonly from: Step;
}

interface Props extends BodyProps {
  taskOf(traced: Traced, random: Random): Result<Task>;
}

/** A value of the learner's own image and network, to be traced back. */
export function PathProblem({ busy, judge, taskOf }: Props) {
  const pipeline = usePipeline();
  const trace = useTrace();
  const [seed, setSeed] = useState(1);
  const task = useMemo(
    () =>
      trace?.complete && trace.source === 'live'
        ? taskOf({ pipeline, trace, weights: trace.weights }, randomFrom(seed, SEEDS))
        : null,
    [taskOf, pipeline, trace, seed],
  );
  if (!task)
    return (
      <p role="status">
        <Pending>{words.loading()}</Pending>
      </p>
    );
  if (!task.ok) return <p role="status">{task.problem.sentence}</p>;
  return (
    <AskedForm
      key={task.value.text}
      {...{ busy, judge }}
      task={task.value}
      another={words.another()}
      onAnother={() => setSeed((seed % SEEDS) + 1)}
    >
      <button type="button" className="button-quiet" onClick={() => openValue(task.value.from)}>
        {words.openValue()}
      </button>
    </AskedForm>
  );
}
