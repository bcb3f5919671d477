'use client';

import { useState } from 'react';
import { QuestionCard } from '@/components/quiz/QuestionCard';
import { useProgress } from '@/components/state/hooks';
import type { Asked } from '@/lib/quiz/round';
import styles from './Check.module.css';

/** A lesson's own question. Without JavaScript its answer stands below it. */
export function CheckQuestion({ question }: { readonly question: Asked }) {
  const [answered, setAnswered] = useState<number | null>(null);
  const markRead = useProgress((state) => state.markRead);
  const right = question.options[question.right];
  return (
    <section className={styles.check} aria-label="A question on this lesson">
      <QuestionCard
        question={question}
        answered={answered}
        onAnswer={(option) => {
          setAnswered(option);
          markRead(question.topic);
        }}
      />
      <noscript>
        <p>
          The answer: {right.text}. {right.because}
        </p>
      </noscript>
    </section>
  );
}
