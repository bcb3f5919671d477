'use client';

import Link from 'next/link';
import { useSubject } from '@/components/state/hooks';
import { hasOwnLesson, stageAddress } from '@/lib/store/subject/stage-address';
import words from '@/words/term';

/** A link to the course's lesson on a term; on other networks, which that lesson is not about, there is none. */
export function LessonOnTerm({ stage }: { readonly stage: string }) {
  const subject = useSubject((view) => view.subject);
  if (!hasOwnLesson(stage, subject)) return null;
  return (
    <Link href={stageAddress(stage, subject)} prefetch={false}>
      {words.lesson()}
    </Link>
  );
}
