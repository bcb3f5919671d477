import { referencePipeline } from '@/lib/course/reference';
import { checkOf } from '@/lib/quiz/round';
import { CheckQuestion } from './CheckQuestion';

/** The question at the end of a lesson. Answering it, rightly or not, marks the lesson as read. */
export function Check({ of }: { readonly of: string }) {
  const question = checkOf(referencePipeline, of);
  return question && <CheckQuestion question={question} />;
}
