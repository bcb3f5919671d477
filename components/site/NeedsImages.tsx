'use client';

import type { ReactNode } from 'react';
import { useDataSet } from '@/components/state/hooks';
import words from '@/words/course-only';
import { TurnBack } from './TurnBack';

/** Content that speaks of the data set's images; nothing where they are not part of the site. */
export function WithImages({ children }: { readonly children: ReactNode }) {
  return useDataSet().images && children;
}

/** Content that needs the data set's images: where they are not part of the site it says so, and offers the course's. */
export function NeedsImages({ children }: { readonly children: ReactNode }) {
  return useDataSet().images ? children : <TurnBack why={words.images()} />;
}
