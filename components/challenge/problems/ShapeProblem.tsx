'use client';

import { type FormEvent, useEffect, useState } from 'react';
import type { ShapeTask } from '@/lib/challenges/shape';
import { shapeTask } from '@/lib/challenges/shape';
import { referencePipeline } from '@/lib/pipeline/reference';
import { check } from '@/lib/quiz/tasks';
import { ok, type Result } from '@/lib/result';
import { AnswerFields, useAnswer } from '../AnswerFields';
import type { BodyProps } from '../bench';
import styles from '../Challenge.module.css';
import { CheckButton } from '../CheckButton';

/** A question with numbers that are made up anew, answered by numbers. */
export function ShapeProblem(props: BodyProps) {
  const [task, setTask] = useState<Result<ShapeTask> | null>(null);
  const [turn, setTurn] = useState(0);
  // Chance has no place where pages are built.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn draws another one
  useEffect(() => setTask(shapeTask(referencePipeline, Math.random)), [turn]);
  if (!task) return <p className={styles.room} />;
  if (!task.ok) return <p role="status">{task.problem.sentence}</p>;
  return <Asked key={turn} {...props} task={task.value} onNext={() => setTurn(turn + 1)} />;
}

function Asked({ task, busy, judge, onNext }: BodyProps & { readonly task: ShapeTask; onNext(): void }) {
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
        <button type="button" className="button-quiet" onClick={onNext}>
          Other numbers
        </button>
      </p>
    </form>
  );
}
