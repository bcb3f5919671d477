import { COURSE_ASKED } from '@/lib/course/subject';
import { checkOf } from '@/lib/quiz/round';
import { CheckQuestion } from './CheckQuestion';

/** The question at the end of a lesson. It has a score of its own; the lesson counts as read at its end. */
export function Check({ of }: { readonly of: string }) {
  const question = checkOf(COURSE_ASKED, of);
  return question && <CheckQuestion question={question} />;
}
