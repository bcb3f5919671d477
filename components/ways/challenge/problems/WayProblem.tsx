'use client';

import { useMemo, useState } from 'react';
import { useNetwork, useTrace } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { openValue } from '@/components/values/opening';
import { wayTask } from '@/lib/course/challenges/way';
import { randomFrom } from '@/lib/quiz/round';
import words from '@/words/problem-way';
import { AskedForm } from '../AskedForm';
import type { BodyProps } from '../bench';

const SEEDS = 1000;

/** A value of the learner's own picture and network, to be followed back. */
export function WayProblem({ busy, judge }: BodyProps) {
  const pipeline = useNetwork((view) => view.pipeline);
  const trace = useTrace();
  const [seed, setSeed] = useState(1);
  const task = useMemo(
    () =>
      trace?.complete && trace.source === 'live'
        ? wayTask({ pipeline, trace, weights: trace.weights }, randomFrom(seed, SEEDS))
        : null,
    [pipeline, trace, seed],
  );
  if (!task)
    return (
      <p role="status">
        <Pending>{words.onItsWay()}</Pending>
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
