'use client';

import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { Rich, strong } from '@/components/site/Rich';
import type { Asked } from '@/lib/quiz/round';
import words from '@/words/question';
import styles from './QuestionCard.module.css';

interface Props {
  readonly question: Asked;
  /** The text above the question: "Question 1 of 3". */
  readonly label?: ReactNode;
  /** The chosen option; null while the question is open. */
  readonly answered: number | null;
  readonly onAnswer: (option: number) => void;
}

/** A question with its options. An answer is final; the feedback follows it. */
export function QuestionCard({ question, label, answered, onAnswer }: Props) {
  const name = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const options = useRef<HTMLFieldSetElement>(null);
  // On a slow machine an option can be chosen before the page's script is there.
  useLayoutEffect(() => {
    const inputs = [...(options.current?.querySelectorAll('input') ?? [])];
    const at = inputs.findIndex(({ checked }) => checked);
    if (at >= 0) setChosen(at);
  }, []);
  const open = answered === null;
  return (
    <form
      className={styles.card}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== null) onAnswer(chosen);
      }}
    >
      <fieldset ref={options} className={styles.question}>
        <legend className={styles.text}>
          {label && <span className={styles.label}>{label}</span>}
          {question.text}
        </legend>
        {question.options.map((option, at) => (
          <label key={option.text} className={styles.option} data-state={stateOf(question, at, answered)}>
            <input
              type="radio"
              name={name}
              checked={open ? chosen === at : answered === at}
              disabled={!open}
              onChange={() => setChosen(at)}
            />
            <span>{option.text}</span>
            {!open && at === question.right && <span className={styles.mark}>{words.right()}</span>}
            {!open && at === answered && at !== question.right && (
              <span className={styles.mark}>{words.yours()}</span>
            )}
          </label>
        ))}
      </fieldset>
      {open && (
        <button type="submit" className="button" disabled={chosen === null}>
          {words.check()}
        </button>
      )}
      <div aria-live="polite">{!open && <Feedback question={question} answered={answered} />}</div>
    </form>
  );
}

const stateOf = ({ right }: Asked, at: number, answered: number | null) =>
  answered === null ? 'open' : at === right ? 'right' : at === answered ? 'wrong' : 'other';

function Feedback({ question, answered }: { readonly question: Asked; readonly answered: number }) {
  const right = question.options[question.right];
  const chosen = question.options[answered];
  if (answered === question.right)
    return (
      <p className={styles.feedback}>
        <Rich text={words.isRight({ because: right.because })} tags={{ b: strong }} />
      </p>
    );
  return (
    <div className={styles.feedback}>
      <p>
        <Rich text={words.notQuite({ because: chosen.because })} tags={{ b: strong }} />
      </p>
      <p>
        <Rich text={words.rightIs({ right: right.text, because: right.because })} tags={{ b: strong }} />
      </p>
    </div>
  );
}
