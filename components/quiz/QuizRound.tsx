'use client';

import Link from 'next/link';
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { number, Rich } from '@/components/site/Rich';
import { useAskedAbout, useSubject } from '@/components/state/hooks';
import { type Asked, drawRound, nextSeed } from '@/lib/quiz/round';
import { progress } from '@/lib/store/learner/progress';
import { answersOf, quiz, readRound, restoreQuiz, writeRound } from '@/lib/store/learner/quiz';
import { notices } from '@/lib/store/page/notices';
import words from '@/words/quiz';
import { QuestionCard } from './QuestionCard';
import styles from './Quiz.module.css';

/** The round that the address names, otherwise the current one, otherwise a new one. */
function useRound(count: number): { readonly round: readonly Asked[]; readonly again: () => void } {
  const network = useAskedAbout();
  const subject = useSubject((view) => view.subject.id);
  const seed = useStore(quiz, (state) => state.seed);
  const another = () => quiz.getState().begin(nextSeed(network, quiz.getState().seen, count, Math.random));
  // The address is read once, when the page opens.
  useEffect(() => {
    restoreQuiz();
    const named = readRound(window.location.search);
    if (named.sentence) notices.getState().notify(named.sentence);
    if (named.seed) quiz.getState().begin(named.seed);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a subject without a round gets one when it is opened
  useEffect(() => {
    if (quiz.getState().seed === 0) another();
  }, [subject]);
  useEffect(() => {
    if (seed === 0) return;
    const { pathname, search, hash } = window.location;
    window.history.replaceState(window.history.state, '', pathname + writeRound(search, seed) + hash);
  }, [seed]);
  const round = useMemo(() => (seed === 0 ? [] : drawRound(network, seed, count)), [network, seed, count]);
  return { round, again: another };
}

/** A round of `count` questions, its score, and a link to the next one. */
export function QuizRound({ count }: { readonly count: number }) {
  const { round, again } = useRound(count);
  const answers = useStore(quiz, ({ rounds, seed }) => answersOf(rounds, seed));
  const seed = useStore(quiz, (state) => state.seed);
  const top = useRef<HTMLOListElement>(null);
  const open = round.filter(({ id }) => !(id in answers)).length;
  const right = round.filter((question) => answers[question.id] === question.right).length;
  return (
    <div className={styles.quiz}>
      <ol ref={top} className={styles.round} tabIndex={-1} aria-label={words.round({ seed })}>
        {round.map((question, at) => (
          <li key={question.id}>
            <QuestionCard
              question={question}
              label={words.questionOf({ number: at + 1, count: round.length })}
              answered={answers[question.id] ?? null}
              onAnswer={(option) => {
                quiz.getState().answer(question.id, option);
                progress.getState().markAnswer(question.topic, option === question.right);
              }}
            />
          </li>
        ))}
      </ol>
      <section className={styles.score} aria-label={words.score()} aria-live="polite">
        {round.length > 0 && open > 0 && <p>{words.open({ count: open })}</p>}
        {round.length > 0 && open === 0 && (
          <>
            <p className={styles.result}>
              <Rich
                text={(right === round.length ? words.resultAll : words.result)({
                  right,
                  count: round.length,
                })}
                tags={{ n: number }}
              />
            </p>
            <p>{words.address()}</p>
            <p className="button-row">
              <button
                type="button"
                className="button"
                onClick={() => {
                  again();
                  top.current?.focus();
                }}
              >
                {words.others({ count: round.length })}
              </button>
              <Link href="/insight/" className="button-quiet">
                {words.insight()}
              </Link>
            </p>
          </>
        )}
      </section>
      <noscript>
        <p>{words.noScript()}</p>
      </noscript>
    </div>
  );
}
