'use client';

import type { FormEvent, ReactNode } from 'react';
import { type Checked, check } from '@/lib/quiz/tasks';
import { ok } from '@/lib/result';
import { AnswerFields, useAnswer } from './AnswerFields';
import type { BodyProps } from './bench';
import styles from './Challenge.module.css';
import { CheckButton } from './CheckButton';

interface Props extends Pick<BodyProps, 'busy' | 'judge'> {
  readonly task: Checked & { readonly text: string };
  /** The label of the button for another task. */
  readonly another: string;
  onAnother(): void;
  /** Additional buttons. */
  readonly children?: ReactNode;
}

/** A task with numbers as its answer; another task needs a new `key`. */
export function AskedForm({ task, busy, judge, another, onAnother, children }: Props) {
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
      <p className={`button-row ${styles.tools}`}>
        <CheckButton busy={busy} />
        {children}
        <button type="button" className="button-quiet" onClick={onAnother}>
          {another}
        </button>
      </p>
    </form>
  );
}
