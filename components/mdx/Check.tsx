import { COURSE_ASKED } from '@/lib/course/subject';
import { checkOf } from '@/lib/quiz/round';
import { CheckQuestion } from './CheckQuestion';

/** The question at the end of a lesson. Any answer, right or wrong, marks the lesson as read. */
export function Check({ of }: { readonly of: string }) {
  const question = checkOf(COURSE_ASKED, of);
  return question && <CheckQuestion question={question} />;
}
