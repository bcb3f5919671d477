'use client';

import dynamic from 'next/dynamic';
import { again } from '@/components/parts/again';
import { Part } from '@/components/parts/Part';
import { useLearner } from '@/components/state/hooks';
import { closeInspector } from '@/lib/store/learner/mirror-address';
import parts from '@/words/figure-parts';

// Loaded when a value is inspected for the first time.
const Inspector = dynamic(again(() => import('./Inspector').then((module) => module.Inspector)));

/** The inspector, on every page; nothing while it is closed. */
export function InspectorHost() {
  const path = useLearner((state) => state.path);
  return path ? (
    <Part name={parts.inspector()} floating of={path} onClose={closeInspector}>
      <Inspector path={path} />
    </Part>
  ) : null;
}
