'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { again } from '@/components/parts/again';
import { useSubject } from '@/components/state/hooks';
import { hasOwnLesson } from '@/lib/store/subject/stage-address';

const StageBody = dynamic(again(() => import('./StageBody').then((module) => module.StageBody)));

interface Props {
  readonly stage: string;
  /** The course's lesson on it. */
  readonly children: ReactNode;
}

/**
 * A lesson written for the course's network; where the page turned to another, whose stages it is not about, the lesson
 * on the kind of the stage of that name.
 */
export function OfCourse({ stage, children }: Props) {
  const own = useSubject(({ subject }) => hasOwnLesson(stage, subject));
  return own ? children : <StageBody id={stage} />;
}
