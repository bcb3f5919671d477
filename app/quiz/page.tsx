import type { Metadata } from 'next';
import { Part } from '@/components/parts/Part';
import { QuizRound } from '@/components/quiz/QuizRound';
import { NextStep } from '@/components/site/NextStep';
import { WalkHead } from '@/components/site/walk/WalkHead';
import { REFERENCE_FACTS } from '@/lib/course/facts';
import parts from '@/words/parts';
import words from '@/words/quiz';

const COUNT = REFERENCE_FACTS.quizQuestions;

export const metadata: Metadata = {
  title: words.title(),
  description: words.description({ count: COUNT }),
};

export default function QuizPage() {
  return (
    <div className="wide">
      <WalkHead page="/quiz/" title={words.title()} />
      <p className="column" style={{ marginInline: 0 }}>
        {words.intro({ count: COUNT })}
      </p>
      <Part name={parts.quiz()}>
        <QuizRound count={COUNT} />
      </Part>
      <NextStep to={['insight', 'recall']} />
    </div>
  );
}
