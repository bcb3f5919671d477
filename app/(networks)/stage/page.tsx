import type { Metadata } from 'next';
import { Suspense } from 'react';
import { StagePage, StageWaiting } from '@/components/lesson/StagePage';
import words from '@/words/stage-page';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

/** One page for every stage of every network but the course's: the address names the stage. */
export default function AnyStagePage() {
  return (
    <Suspense fallback={<StageWaiting />}>
      <StagePage />
    </Suspense>
  );
}
