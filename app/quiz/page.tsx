import type { Metadata } from 'next';
import { QuizRound } from '@/components/quiz/QuizRound';
import { REFERENCE_FACTS } from '@/lib/pipeline/reference';

const COUNT = REFERENCE_FACTS.quizQuestions;

export const metadata: Metadata = {
  title: 'The quiz',
  description: `${COUNT} questions on what happens between the pixels and the answer, with the reason behind every option.`,
};

export default function QuizPage() {
  return (
    <div className="wide">
      <h1>The quiz</h1>
      <p className="column" style={{ marginInline: 0 }}>
        {COUNT} questions a round, on different parts of the way from pixels to answer. Wrong answers are
        worth as much as right ones: each says which thought leads to it, and where that thought goes wrong.
      </p>
      <QuizRound />
    </div>
  );
}
