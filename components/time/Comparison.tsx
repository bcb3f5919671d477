'use client';

import dynamic from 'next/dynamic';
import { again } from '@/components/parts/again';
import { useLearner, useTimeline } from '@/components/state/hooks';

// Loaded when an epoch is pinned for the first time.
const PinnedStage = dynamic(again(() => import('./PinnedStage').then((module) => module.PinnedStage)));

/** A stage compared with the pinned epoch; nothing where none is pinned. The same place on every page. */
export function Comparison({ id }: { readonly id: string }) {
  const pinned = useLearner((state) => state.pinned !== null);
  const has = useTimeline() !== null;
  return pinned && has ? <PinnedStage id={id} /> : null;
}
