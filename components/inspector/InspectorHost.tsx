'use client';

import dynamic from 'next/dynamic';
import { again } from '@/components/parts/again';
import { Part } from '@/components/parts/Part';
import { useLearner, useSubject } from '@/components/state/hooks';
import { closeInspector } from '@/lib/store/learner/mirror-address';
import { FIRST_SUBJECT } from '@/lib/store/subject/subject';
import parts from '@/words/figure-parts';

// Loaded when a value is inspected for the first time.
const Inspector = dynamic(again(() => import('./Inspector').then((module) => module.Inspector)));

/** The inspector, on every page; nothing while it is closed. */
export function InspectorHost() {
  const path = useLearner((state) => state.path);
  const chosen = useLearner(({ network }) => network ?? FIRST_SUBJECT);
  // A value of a network that is still being opened isn't one of the network before it.
  const isThere = useSubject(({ subject }) => subject.id === chosen);
  return path && isThere ? (
    <Part name={parts.inspector()} floating of={path} onClose={closeInspector}>
      <Inspector path={path} />
    </Part>
  ) : null;
}
