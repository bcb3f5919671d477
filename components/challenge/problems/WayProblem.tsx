'use client';

import { type FormEvent, useMemo, useState } from 'react';
import { openValue } from '@/components/inspector/opening';
import { useNetwork, useTrace } from '@/components/state/hooks';
import { type WayTask, wayTask } from '@/lib/challenges/way';
import { randomFrom } from '@/lib/quiz/round';
import { check } from '@/lib/quiz/tasks';
import { ok } from '@/lib/result';
import { AnswerFields, useAnswer } from '../AnswerFields';
import type { BodyProps } from '../bench';
import styles from '../Challenge.module.css';
import { CheckButton } from '../CheckButton';

const SEEDS = 1000;

/** A value of the learner's own picture and network, to be followed back. */
export function WayProblem(props: BodyProps) {
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
  if (!task) return <p role="status">The network is on its way.</p>;
  if (!task.ok) return <p role="status">{task.problem.sentence}</p>;
  return (
    <Asked key={task.value.text} {...props} task={task.value} onNext={() => setSeed((seed % SEEDS) + 1)} />
  );
}

function Asked({ task, busy, judge, onNext }: BodyProps & { readonly task: WayTask; onNext(): void }) {
  const answering = useAnswer(task.fields);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const answer = answering.read();
    if (answer) judge(ok(check(task, answer)));
  };
  return (
    <form onSubmit={submit} noValidate>
      <p>{task.text}</p>
      <AnswerFields fields={task.fields} answering={answering} />
      <p className={styles.tools}>
        <CheckButton busy={busy} />
        <button type="button" className="button-quiet" onClick={() => openValue(task.from)}>
          Open the value
        </button>
        <button type="button" className="button-quiet" onClick={onNext}>
          Another value
        </button>
      </p>
    </form>
  );
}
