'use client';

import type { ReactNode } from 'react';
import { StageLinks } from '@/components/lesson/StageLinks';
import { useSubject } from '@/components/state/hooks';
import { FIRST_SUBJECT } from '@/lib/store/subject/subject';

/** The course's lessons; for another network a lesson for each of its stages. */
export function LessonsOfNetwork({ children }: { readonly children: ReactNode }) {
  return useSubject(({ subject }) => subject.id === FIRST_SUBJECT) ? children : <StageLinks />;
}
