'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { useProgress } from '@/components/state/hooks';
import { type Standing, UNTRIED } from '@/lib/challenges/standing';
import { markAttempt, markHint } from '@/lib/store/learner/challenge-marks';
import words from '@/words/challenge';
import type { BodyProps, PutProblem } from './bench';
import styles from './Challenge.module.css';
import { Stars } from './Stars';

/** The feedback on the last answer; `right` is null where it was not an answer. */
interface Feedback {
  readonly right: boolean | null;
  readonly sentence: string;
}

interface Props extends Pick<BodyProps, 'getLab' | 'trainer'> {
  readonly problem: PutProblem;
  /** Whether the learner opened it; otherwise it was open before. */
  readonly wanted: boolean;
}

function verdictWords({ right, sentence }: Feedback): string {
  if (right === null) return sentence;
  return right ? words.right({ why: sentence }) : words.notYet({ why: sentence });
}

/** One problem: the task, the tools for it, hints, and the feedback on an answer. */
export function OpenProblem({ problem, wanted, getLab, trainer }: Props) {
  const { id, title, text, hints, Body } = problem;
  const standing = useProgress((state) => state.challenges[id] ?? UNTRIED);
  const [busy, setBusy] = useState(false);
  const [feedback, setFeedback] = useState<Feedback | null>(null);
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // If hidden content stays mounted, its effects run again whenever it becomes visible.
  useEffect(() => {
    if (wanted) heading.current?.focus();
  }, [wanted]);
  const judge: BodyProps['judge'] = async (answer) => {
    if (busy) return;
    setBusy(true);
    const judged = await answer;
    setBusy(false);
    setFeedback(judged.ok ? judged.value : { right: null, sentence: judged.problem.sentence });
    if (judged.ok) markAttempt(id, judged.value.right);
  };
  const { attempts, stars } = standing;
  return (
    <section aria-labelledby={headingId} className={styles.problemRoom}>
      <h3 id={headingId} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p className={styles.text}>{text}</p>
      <Body {...{ getLab, trainer, busy, judge }} />
      <p role="status" className={styles.verdict} data-right={feedback?.right === true}>
        {feedback && verdictWords(feedback)}
      </p>
      <p className={styles.standing}>
        <Stars stars={stars} /> {stars > 0 ? words.solved({ attempts }) : words.attempts({ attempts })}
      </p>
      <Hints id={id} hints={hints} standing={standing} />
    </section>
  );
}

interface HintsProps {
  /** The problem's id. */
  readonly id: string;
  readonly hints: readonly string[];
  readonly standing: Standing;
}

/** The hints that were taken, and a button for the next one. */
function Hints({ id, hints: all, standing: { hints, stars } }: HintsProps) {
  const [read, setRead] = useState(0);
  const shown = Math.max(hints, read);
  const take = () => {
    markHint(id, all.length);
    setRead(shown + 1);
  };
  return (
    <div className={styles.hints}>
      <ol aria-live="polite" aria-label={words.hints()}>
        {all.slice(0, shown).map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ol>
      {shown < all.length && (
        <button type="button" className="button-quiet" onClick={take}>
          {stars > 0 ? words.readHint() : words.takeHint()}
        </button>
      )}
    </div>
  );
}
