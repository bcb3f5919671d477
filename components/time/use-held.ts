'use client';

import { useDeferredValue } from 'react';
import { useLearner, useNetwork, useTrace } from '@/components/state/hooks';
import type { StageTrace, Trace } from '@/lib/engine/protocol';

/** The epoch that is held beside the one shown. */
export interface Held {
  /** Null while it is on its way. */
  readonly trace: Trace | null;
  /** "Epoch 3", and "Now" or "Epoch 8". */
  readonly name: string;
  readonly shownName: string;
  readonly how: 'beside' | 'difference';
}

/** What is held for comparing; null where nothing is, or where there is no run to hold an epoch of. */
export function useHeld(): Held | null {
  const epoch = useLearner((state) => state.held);
  const back = useLearner((state) => state.epoch !== null);
  const compare = useLearner((state) => state.compare);
  const has = useNetwork((view) => view.timeline !== null);
  const trace = useDeferredValue(useNetwork((view) => view.heldTrace));
  const shown = useTrace();
  if (epoch === null || !has) return null;
  return {
    trace,
    name: `Epoch ${epoch}`,
    shownName: back && shown ? `Epoch ${shown.network.epoch}` : 'Now',
    how: compare ?? 'beside',
  };
}

/** One stage's part of what is held. */
export const heldStage = (held: Held, id: string): StageTrace | null =>
  held.trace?.stages.find(({ stage }) => stage === id) ?? null;
