'use client';

import { useDeferredValue } from 'react';
import { useHeldTrace, useLearner, useTimeline, useTrace } from '@/components/state/hooks';
import type { StageTrace, Trace } from '@/lib/network/trace';
import words from '@/words/time';

/** The epoch that is held beside the one shown. */
export interface Held {
  /** Null while it is on its way. */
  readonly trace: Trace | null;
  readonly epoch: number;
  /** The number of the epoch that is shown beside it, or "now". */
  readonly shown: string;
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
  const has = useTimeline() !== null;
  const before = useDeferredValue(useHeldTrace());
  const trace = useTrace();
  if (epoch === null || !has) return null;
  const shown = back && trace ? trace.network.epoch : null;
  return {
    trace: before,
    epoch,
    shown: shown === null ? 'now' : String(shown),
    name: words.epoch({ epoch }),
    shownName: shown === null ? words.now() : words.epoch({ epoch: shown }),
    how: compare ?? 'beside',
  };
}

/** One stage's part of what is held. */
export const heldStage = (held: Held, id: string): StageTrace | null =>
  held.trace?.stages.find(({ stage }) => stage === id) ?? null;
