'use client';

import Link from 'next/link';
import { useStageAddress, useSubject } from '@/components/state/hooks';
import { stageNamed } from '@/lib/store/subject/stage-named';
import words from '@/words/term';

interface Props {
  /** The stage of the course's network whose lesson explains the term. */
  readonly stage: string;
  /** The link is called as the stage is. */
  readonly named?: boolean;
}

/** A link to the lesson on a term: in another network on the stage that is alike; where there is none, no link. */
export function LessonOnTerm({ stage, named = false }: Props) {
  const found = stageNamed(
    useSubject(({ pipeline }) => pipeline),
    stage,
  );
  const addressOf = useStageAddress();
  if (!found) return null;
  const { id } = found;
  return (
    <Link
      href={addressOf(id)}
      prefetch={false}
      aria-label={named ? words.lessonOn({ stage: id }) : undefined}
    >
      {named ? id : words.lesson()}
    </Link>
  );
}
