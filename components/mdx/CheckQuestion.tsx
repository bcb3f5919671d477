'use client';

import { useState } from 'react';
import { QuestionCard } from '@/components/quiz/QuestionCard';
import type { Asked } from '@/lib/quiz/round';
import { progress } from '@/lib/store/learner/progress';
import words from '@/words/lesson-check';
import styles from './Lesson.module.css';

/** A lesson's own question. Without JavaScript its answer is shown below it. */
export function CheckQuestion({ question }: { readonly question: Asked }) {
  const [answered, setAnswered] = useState<number | null>(null);
  const right = question.options[question.right];
  return (
    <section className={styles.check} aria-label={words.label()}>
      <QuestionCard
        question={question}
        answered={answered}
        onAnswer={(option) => {
          setAnswered(option);
          progress.getState().markAnswer(question.topic, option === question.right);
        }}
      />
      <noscript>
        <p>{words.answer({ right: right.text, because: right.because })}</p>
      </noscript>
    </section>
  );
}
