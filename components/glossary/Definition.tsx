import { termOf } from './glossary';
import { LessonOnTerm } from './LessonOnTerm';

/** What a term means, and the way to the lesson that says more about it. */
export function Definition({ id }: { readonly id: string }) {
  const { term, says, stage } = termOf(id);
  return (
    <>
      <b>{term}</b> {says} {stage && <LessonOnTerm stage={stage} />}
    </>
  );
}
