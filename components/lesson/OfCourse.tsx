'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { again } from '@/components/parts/again';
import { useSubject } from '@/components/state/hooks';
import { hasOwnLesson } from '@/lib/store/subject/stage-address';

/**
 * With something to show while it loads: else the course's lesson, which is replaced, would stay hidden behind it for that
 * time, and look for its stage in a network that has none of that name.
 */
const StageBody = dynamic(
  again(() => import('./StageBody').then((module) => module.StageBody)),
  {
    loading: () => <div style={{ minHeight: '100vh' }} />,
  },
);

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
