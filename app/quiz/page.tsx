import type { Metadata } from 'next';
import { QuizRound } from '@/components/quiz/QuizRound';
import { REFERENCE_FACTS } from '@/lib/pipeline/reference';
import words from '@/words/quiz';

const COUNT = REFERENCE_FACTS.quizQuestions;

export const metadata: Metadata = {
  title: words.title(),
  description: words.description({ count: COUNT }),
};

export default function QuizPage() {
  return (
    <div className="wide">
      <h1>{words.title()}</h1>
      <p className="column" style={{ marginInline: 0 }}>
        {words.intro({ count: COUNT })}
      </p>
      <QuizRound />
    </div>
  );
}
