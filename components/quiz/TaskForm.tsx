'use client';

import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { check, readAnswer } from '@/lib/questions/check';
import type { Field, Task } from '@/lib/questions/task';
import words from '@/words/task';
import styles from './TaskForm.module.css';

interface Props {
  readonly task: Task;
  /**
   * The number of wrong answers after which the right one is revealed; without it the learner may keep
   * trying.
   */
  readonly tries?: number;
  /** The task has ended: it was solved, or its answer was revealed. */
  onEnd(right: boolean): void;
  /** The learner revealed the answer. */
  onShow?(): void;
  /** Additional buttons, before and after the one that reveals the answer. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}

interface Feedback {
  readonly right: boolean;
  readonly sentence: string;
}

/**
 * A task with its fields: each answer is checked, a wrong one explained, and the right one revealed on
 * request.
 */
export function TaskForm({ task, tries = Number.POSITIVE_INFINITY, onEnd, onShow, before, after }: Props) {
  const { fields } = task;
  const [texts, setTexts] = useState<readonly string[]>(() => fields.map(() => ''));
  const [feedback, setFeedback] = useState<Feedback | null>(null);
  const [missed, setMissed] = useState(0);
  const [over, setOver] = useState(false);
  const end = (right: boolean) => {
    if (!over) onEnd(right);
    setOver(true);
  };
  const solve = (event: FormEvent) => {
    event.preventDefault();
    const answer = readAnswer(fields, texts);
    if (!answer.ok) return setFeedback({ right: false, sentence: answer.problem.sentence });
    const { right, sentence } = check(task, answer.value);
    const revealed = !right && missed + 1 >= tries;
    setMissed(missed + 1);
    if (right) setFeedback({ right, sentence: words.right({ why: sentence }) });
    else {
      const reasons = { why: sentence, because: task.because };
      setFeedback({ right, sentence: revealed ? words.revealed(reasons) : words.notQuite(reasons) });
    }
    if (right || revealed) end(right);
  };
  const show = () => {
    setFeedback({ right: false, sentence: task.because });
    end(false);
    onShow?.();
  };
  return (
    <form onSubmit={solve}>
      {task.text && <p>{task.text}</p>}
      <p className={styles.tip}>{task.tip}</p>
      <div className={styles.fields}>
        {fields.map((field, at) => (
          <Answered
            key={field.label}
            field={field}
            text={texts[at]}
            onText={(text) => setTexts(texts.map((own, n) => (n === at ? text : own)))}
          />
        ))}
        <button type="submit" className="button">
          {words.check()}
        </button>
      </div>
      <p role="status" className={styles.verdict} data-right={feedback?.right}>
        {feedback?.sentence}
      </p>
      <p className="button-row">
        {before}
        <button type="button" className="button-quiet" onClick={show}>
          {words.showMe()}
        </button>
        {after}
      </p>
    </form>
  );
}

interface AnsweredProps {
  readonly field: Field;
  readonly text: string;
  onText(text: string): void;
}

function Answered({ field, text, onText }: AnsweredProps) {
  const id = useId();
  return (
    <label htmlFor={id} className="field">
      {field.label}{' '}
      {field.kind === 'choice' ? (
        <select id={id} value={text} onChange={(event) => onText(event.currentTarget.value)}>
          <option value="">{words.choose()}</option>
          {field.options.map((option, at) => (
            <option key={option} value={at}>
              {option}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          inputMode={field.kind === 'whole' ? 'numeric' : 'decimal'}
          autoComplete="off"
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      )}
    </label>
  );
}
