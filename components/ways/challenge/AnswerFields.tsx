'use client';

import { useId, useState } from 'react';
import { type Answer, type Field, readAnswer } from '@/lib/quiz/tasks';
import words from '@/words/challenge';
import styles from './Fields.module.css';

interface Answering {
  readonly texts: readonly string[];
  /** The first field without an answer, and the message about it. */
  readonly problem: { readonly at: number; readonly sentence: string } | null;
  set(at: number, text: string): void;
  clear(): void;
  /** The answer; null where a field contains none, which is reported there. */
  read(): Answer | null;
}

/** The contents of the fields, and what is wrong with them. */
export function useAnswer(fields: readonly Field[]): Answering {
  const [texts, setTexts] = useState<readonly string[]>(() => fields.map(() => ''));
  const [problem, setProblem] = useState<Answering['problem']>(null);
  return {
    texts,
    problem,
    set(at, text) {
      setTexts((now) => now.map((own, n) => (n === at ? text : own)));
      if (problem?.at === at) setProblem(null);
    },
    clear() {
      setTexts(fields.map(() => ''));
      setProblem(null);
    },
    read() {
      const read = readAnswer(fields, texts);
      setProblem(read.ok ? null : { at: Number(read.problem.detail), sentence: read.problem.sentence });
      return read.ok ? read.value : null;
    },
  };
}

interface Props {
  readonly fields: readonly Field[];
  readonly answering: Answering;
  /** The number of fields in a row, for an answer in the form of a kernel. */
  readonly columns?: number;
}

/** The fields of an answer. A problem is reported below them, and its field is marked. */
export function AnswerFields({ fields, answering, columns }: Props) {
  const { texts, problem, set } = answering;
  const id = useId();
  return (
    <div>
      <div className={columns ? styles.kernel : styles.fields}>
        {fields.map((field, at) => {
          const ties = {
            id: `${id}-${at}`,
            value: texts[at],
            'aria-invalid': problem?.at === at,
            'aria-describedby': `${id}-problem`,
          };
          return (
            <label key={field.label} htmlFor={ties.id} className="field">
              <span className={columns ? 'visually-hidden' : undefined}>{field.label}</span>
              {field.kind === 'choice' ? (
                <select {...ties} onChange={(event) => set(at, event.currentTarget.value)}>
                  <option value="">{words.choose()}</option>
                  {field.options.map((option, place) => (
                    <option key={option} value={place}>
                      {option}
                    </option>
                  ))}
                </select>
              ) : (
                <input
                  {...ties}
                  inputMode={field.kind === 'whole' ? 'numeric' : 'text'}
                  autoComplete="off"
                  spellCheck={false}
                  onChange={(event) => set(at, event.currentTarget.value)}
                />
              )}
            </label>
          );
        })}
      </div>
      <p id={`${id}-problem`} role="alert" className={styles.problem}>
        {problem?.sentence}
      </p>
    </div>
  );
}
