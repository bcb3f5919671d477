'use client';

import type { ReactNode } from 'react';
import { useSubject } from '@/components/state/hooks';
import { FIRST_SUBJECT } from '@/lib/store/subject/subject';
import words from '@/words/course-only';
import { TurnBack } from './TurnBack';

interface Props {
  /** What is about the course's network alone. */
  readonly what: 'faults' | 'challenges' | 'textbook';
  readonly children: ReactNode;
}

/** Content about the course's network: with another network it says so, and offers to turn back. */
export function CourseOnly({ what, children }: Props) {
  const { id, architecture } = useSubject(({ subject }) => subject);
  if (id === FIRST_SUBJECT) return children;
  return <TurnBack why={`${words[what]()} ${words.now({ name: architecture.name })}`} />;
}
