'use client';

import dynamic from 'next/dynamic';
import { again } from '@/components/parts/again';
import { Part } from '@/components/parts/Part';
import { useLearner } from '@/components/state/hooks';
import { learner } from '@/lib/store/learner/learner';
import parts from '@/words/parts';

// Fetched when a value is inspected for the first time.
const Inspector = dynamic(again(() => import('./Inspector').then((module) => module.Inspector)));

/** The inspector, on every page; nothing while it is closed. */
export function InspectorHost() {
  const way = useLearner((state) => state.way);
  return way ? (
    <Part name={parts.inspector()} floating of={way} onClose={() => learner.getState().inspect(null)}>
      <Inspector way={way} />
    </Part>
  ) : null;
}
