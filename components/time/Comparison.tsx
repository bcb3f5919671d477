'use client';

import dynamic from 'next/dynamic';
import { again } from '@/components/parts/again';
import { useLearner, useTimeline } from '@/components/state/hooks';

// Fetched when an epoch is held for the first time.
const HeldStage = dynamic(again(() => import('./HeldStage').then((module) => module.HeldStage)));

/** A stage compared with the epoch that is held; nothing where none is. The one place for it, whatever the page. */
export function Comparison({ id }: { readonly id: string }) {
  const held = useLearner((state) => state.held !== null);
  const has = useTimeline() !== null;
  return held && has ? <HeldStage id={id} /> : null;
}
