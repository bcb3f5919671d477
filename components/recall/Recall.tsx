'use client';

import { useState } from 'react';
import { QuestionCard } from '@/components/quiz/QuestionCard';
import { FileTools } from '@/components/site/FileTools';
import { formatAhead, formatCount } from '@/lib/format/format';
import type { Deck } from '@/lib/recall/deck';
import { afterAnswer, type Grade, type Memory } from '@/lib/recall/schedule';
import { openRecall, recall, recallFile, wipeRecall } from '@/lib/state/recall';
import styles from './Recall.module.css';
import { useCards } from './use-cards';

/** Cards that come back shortly before they would be forgotten; their numbers are others each time. */
export function Recall() {
  const cards = useCards();
  const [turn, setTurn] = useState(0);
  if (!cards) return <p className={styles.room}>Your cards are being read.</p>;
  const { deck, now, asked } = cards;
  return (
    <>
      <Standing deck={deck} />
      <div className={styles.room}>
        {asked ? (
          <AskedCard
            key={`${asked.question.id} ${turn}`}
            {...asked}
            onGrade={(grade) => {
              recall.getState().answer(asked.question.id, grade, Date.now());
              setTurn(turn + 1);
              cards.turn();
            }}
          />
        ) : (
          <p role="status">
            Nothing is due. {deck.next !== null && `The next card comes ${formatAhead(deck.next - now)}. `}
            {deck.learned + deck.learning < deck.total && 'New ones come tomorrow.'}
          </p>
        )}
      </div>
      {deck.gone.length > 0 && (
        <p role="status">
          {deck.gone.length === 1 ? 'One card' : `${deck.gone.length} cards`} that you know of an earlier
          version of this site or of another network {deck.gone.length === 1 ? 'is' : 'are'} not asked here.
          What is kept of them stays.
        </p>
      )}
      <FileTools
        what="cards"
        fileName="pipeline-tracer-cards.json"
        question="Wipe what is kept of your cards? They all begin as new ones then."
        write={recallFile}
        open={(text) => {
          const opened = openRecall(text);
          if (opened.ok) cards.turn();
          return opened;
        }}
        wipe={() => {
          wipeRecall();
          cards.turn();
        }}
      />
    </>
  );
}

function Standing({ deck }: { readonly deck: Deck }) {
  const { due, fresh, learning, learned, total } = deck;
  const figures = [
    ['due now', due.length],
    ['new today', fresh.length],
    ['being learned', learning],
    ['learned', learned],
    ['not met yet', total - learning - learned],
  ] as const;
  return (
    <dl className={styles.standing}>
      {figures.map(([words, count]) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd className="number">{formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface AskedProps {
  readonly question: Parameters<typeof QuestionCard>[0]['question'];
  readonly memory: Memory | null;
  onGrade(grade: Grade): void;
}

const WORDS: Readonly<Record<Grade, string>> = {
  again: 'Go on',
  hard: 'Hard',
  good: 'Well',
  easy: 'Easily',
};

/** A question; once it is answered, how well it was known says when it comes again. */
function AskedCard({ question, memory, onGrade }: AskedProps) {
  const [answered, setAnswered] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const right = answered === question.right;
  const grades: readonly Grade[] = right ? ['hard', 'good', 'easy'] : ['again'];
  return (
    <>
      <QuestionCard
        question={question}
        label={memory ? 'Again' : 'A new card'}
        answered={answered}
        onAnswer={(option) => {
          setAnswered(option);
          setAt(Date.now());
        }}
      />
      {answered !== null && (
        <fieldset className={styles.grades}>
          <legend>{right ? 'How well did you know it?' : 'It comes again soon.'}</legend>
          {grades.map((grade) => (
            <button key={grade} type="button" className="button-quiet" onClick={() => onGrade(grade)}>
              <b>{WORDS[grade]}</b> <span>{formatAhead(afterAnswer(memory, grade, at).due - at)}</span>
            </button>
          ))}
        </fieldset>
      )}
    </>
  );
}
