'use client';

import dynamic from 'next/dynamic';
import { useLearner } from '@/components/state/hooks';

// Fetched when a value is inspected for the first time.
const Inspector = dynamic(() => import('./Inspector').then((module) => module.Inspector));

/** The inspector, on every page; nothing while it is closed. */
export function InspectorHost() {
  const way = useLearner((state) => state.way);
  return way ? <Inspector way={way} /> : null;
}
