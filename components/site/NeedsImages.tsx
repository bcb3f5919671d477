'use client';

import type { ReactNode } from 'react';
import { useDataSet } from '@/components/state/hooks';
import words from '@/words/course-only';
import { TurnBack } from './TurnBack';

/** Content that speaks of the data set's images; nothing where they are not part of the site. */
export function WithImages({ children }: { readonly children: ReactNode }) {
  return useDataSet().images && children;
}

interface NeedsProps {
  readonly children: ReactNode;
  /** What there is where the images are not; by default the course's. */
  readonly instead?: ReactNode;
}

/** Content that needs the data set's images: where they are not part of the site it says so, and offers what there is. */
export function NeedsImages({ children, instead = <TurnBack why={words.images()} /> }: NeedsProps) {
  return useDataSet().images ? children : instead;
}
