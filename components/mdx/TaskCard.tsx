'use client';

import { type FormEvent, useId, useMemo, useState } from 'react';
import { openValue } from '@/components/inspector/opening';
import { useNetwork, useTrace } from '@/components/state/hooks';
import { check, type Field, readAnswer, type Task, taskOf, type Verdict } from '@/lib/quiz/tasks';
import { learner } from '@/lib/state/learner';
import styles from './TraceTask.module.css';

/** The task about the chosen picture, and another one for whoever wants more. */
export function TaskCard({ of }: { readonly of: string }) {
  const pipeline = useNetwork((view) => view.pipeline);
  const trace = useTrace();
  const [seed, setSeed] = useState(1);
  const task = useMemo(
    () =>
      trace?.complete && trace.source === 'live'
        ? taskOf({ pipeline, trace, weights: trace.weights }, of, seed)
        : null,
    [pipeline, trace, of, seed],
  );
  if (!task) return <p role="status">The network is on its way.</p>;
  if (!task.ok) return <p role="status">{task.problem.sentence}</p>;
  return (
    <Asked key={`${task.value.id} ${task.value.text}`} task={task.value} onNext={() => setSeed(seed + 1)} />
  );
}

function Asked({ task, onNext }: { readonly task: Task; onNext(): void }) {
  const { fields, way } = task;
  const [texts, setTexts] = useState<readonly string[]>(() => fields.map(() => ''));
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [shown, setShown] = useState(false);
  const solve = (event: FormEvent) => {
    event.preventDefault();
    const answer = readAnswer(fields, texts);
    setVerdict(answer.ok ? check(task, answer.value) : { right: false, sentence: answer.problem.sentence });
  };
  const show = () => {
    setShown(true);
    setVerdict({ right: false, sentence: task.because });
    learner.getState().inspect(way);
  };
  return (
    <form onSubmit={solve}>
      <p>{task.text}</p>
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
          Check
        </button>
      </div>
      <p role="status" className={styles.verdict} data-right={verdict?.right}>
        {verdict &&
          (verdict.right ? `Right. ${verdict.sentence}` : `${shown ? '' : 'Not quite. '}${verdict.sentence}`)}
      </p>
      <p className={styles.tools}>
        {task.open && (
          <button type="button" className="button-quiet" onClick={() => openValue(way[0])}>
            Open the value
          </button>
        )}
        <button type="button" className="button-quiet" onClick={show}>
          Show me
        </button>
        <button type="button" className="button-quiet" onClick={onNext}>
          Another one
        </button>
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
          <option value="">choose</option>
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
