'use client';

import Link from 'next/link';
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { useNetwork } from '@/components/state/hooks';
import { type Asked, drawRound, nextSeed } from '@/lib/quiz/round';
import { notices } from '@/lib/state/notices';
import { quiz, readRound, restoreQuiz, writeRound } from '@/lib/state/quiz';
import { QuestionCard } from './QuestionCard';
import styles from './Quiz.module.css';

/** The round that the address names, else the one under way, else a new one. */
function useRound(): { readonly round: readonly Asked[]; readonly again: () => void } {
  const pipeline = useNetwork((view) => view.pipeline);
  const seed = useStore(quiz, (state) => state.seed);
  const another = () => quiz.getState().begin(nextSeed(pipeline, quiz.getState().seen, Math.random));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is read once, when the page opens
  useEffect(() => {
    restoreQuiz();
    const named = readRound(window.location.search);
    if (named.sentence) notices.getState().say(named.sentence);
    if (named.seed) quiz.getState().begin(named.seed);
    else if (quiz.getState().seed === 0) another();
  }, []);
  useEffect(() => {
    if (seed === 0) return;
    const { pathname, search, hash } = window.location;
    window.history.replaceState(window.history.state, '', pathname + writeRound(search, seed) + hash);
  }, [seed]);
  const round = useMemo(() => (seed === 0 ? [] : drawRound(pipeline, seed)), [pipeline, seed]);
  return { round, again: another };
}

/** A round of questions, its score, and the way to the next one. */
export function QuizRound() {
  const { round, again } = useRound();
  const answers = useStore(quiz, (state) => state.answers);
  const seed = useStore(quiz, (state) => state.seed);
  const top = useRef<HTMLOListElement>(null);
  const open = round.filter(({ id }) => !(id in answers)).length;
  const right = round.filter((question) => answers[question.id] === question.right).length;
  return (
    <div className={styles.quiz}>
      <ol ref={top} className={styles.round} tabIndex={-1} aria-label={`Round ${seed}`}>
        {round.map((question, at) => (
          <li key={question.id}>
            <QuestionCard
              question={question}
              label={`Question ${at + 1} of ${round.length}`}
              answered={answers[question.id] ?? null}
              onAnswer={(option) => quiz.getState().answer(question.id, option)}
            />
          </li>
        ))}
      </ol>
      <section className={styles.score} aria-label="Score" aria-live="polite">
        {round.length > 0 && open > 0 && (
          <p>{open === 1 ? 'One question is open.' : `${open} questions are open.`}</p>
        )}
        {round.length > 0 && open === 0 && (
          <>
            <p className={styles.result}>
              <span className="number">
                {right} of {round.length}
              </span>{' '}
              {right === round.length ? 'right. All of it.' : 'right.'}
            </p>
            <p>The address of this page names this round: whoever opens it gets the same questions.</p>
            <p className={styles.actions}>
              <button
                type="button"
                className="button"
                onClick={() => {
                  again();
                  top.current?.focus();
                }}
              >
                {round.length} other questions
              </button>
              <Link href="/insight/" className="button-quiet">
                Read the key insight
              </Link>
            </p>
          </>
        )}
      </section>
      <noscript>
        <p>
          The quiz is drawn in your browser, so it needs JavaScript. Each lesson ends with a question, too.
        </p>
      </noscript>
    </div>
  );
}
