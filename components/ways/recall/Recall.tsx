'use client';

import { useState } from 'react';
import { QuestionCard } from '@/components/quiz/QuestionCard';
import { FileTools } from '@/components/site/FileTools';
import { formatAhead } from '@/lib/format/ahead';
import { formatCount } from '@/lib/format/format';
import type { Deck } from '@/lib/quiz/recall/deck';
import { afterAnswer, type Grade, type Memory } from '@/lib/quiz/recall/schedule';
import { progress } from '@/lib/store/learner/progress';
import { deleteCards, openRecall, recall, recallFile } from '@/lib/store/learner/recall';
import words from '@/words/recall';
import styles from './Recall.module.css';
import { useCards } from './use-cards';

/** Cards that return shortly before they would be forgotten, with different numbers each time. */
export function Recall() {
  const cards = useCards();
  if (!cards) return <p className={styles.room}>{words.reading()}</p>;
  const { deck, now, asked } = cards;
  return (
    <>
      <Standing deck={deck} />
      <div className={styles.room}>
        {asked ? (
          <AskedCard
            key={asked.question.id}
            {...asked}
            onGrade={(grade) => {
              recall.getState().answer(asked.question.id, grade, Date.now());
              cards.turn();
            }}
          />
        ) : (
          <p role="status">
            {words.nothingDue()}{' '}
            {deck.next !== null && `${words.nextCard({ ahead: formatAhead(deck.next - now) })} `}
            {deck.learned + deck.learning < deck.total && words.tomorrow()}
          </p>
        )}
      </div>
      {deck.gone.length > 0 && <p role="status">{words.gone({ count: deck.gone.length })}</p>}
      <FileTools
        what={words.cards()}
        fileName="pipeline-tracer-cards.json"
        question={words.deleteCards()}
        write={recallFile}
        open={(text) => {
          const opened = openRecall(text);
          if (opened.ok) cards.turn();
          return opened;
        }}
        onDelete={() => {
          deleteCards();
          cards.turn();
        }}
      />
    </>
  );
}

function Standing({ deck }: { readonly deck: Deck }) {
  const { due, fresh, learning, learned, total } = deck;
  const figures = [
    [words.due(), due.length],
    [words.fresh(), fresh.length],
    [words.learning(), learning],
    [words.learned(), learned],
    [words.notMet(), total - learning - learned],
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
  again: words.goOn(),
  hard: words.hard(),
  good: words.well(),
  easy: words.easily(),
};

/** A question; after the answer, the learner's grade decides when it returns. */
function AskedCard({ question, memory, onGrade }: AskedProps) {
  const [answered, setAnswered] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const right = answered === question.right;
  const grades: readonly Grade[] = right ? ['hard', 'good', 'easy'] : ['again'];
  return (
    <>
      <QuestionCard
        question={question}
        label={memory ? words.again() : words.newCard()}
        answered={answered}
        onAnswer={(option) => {
          setAnswered(option);
          progress.getState().markAnswer(question.topic, option === question.right);
          setAt(Date.now());
        }}
      />
      {answered !== null && (
        <fieldset className={styles.grades}>
          <legend>{right ? words.howWell() : words.soon()}</legend>
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
