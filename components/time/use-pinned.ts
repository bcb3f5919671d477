'use client';

import { useDeferredValue } from 'react';
import { useLearner, usePastTrace, usePinnedTrace, useTimeline } from '@/components/state/hooks';
import type { StageTrace, Trace } from '@/lib/network/trace';
import words from '@/words/time';

/** The pinned epoch beside the displayed one. */
export interface Pinned {
  /** Null while it is loading. */
  readonly trace: Trace | null;
  readonly epoch: number;
  /** The number of the displayed epoch, or "now". */
  readonly shown: string;
  /** "Epoch 3", and "Now" or "Epoch 8". */
  readonly name: string;
  readonly shownName: string;
  readonly how: 'beside' | 'difference';
}

/** The pinned epoch for comparison; null where there is none, or no run with epochs. */
export function usePinned(): Pinned | null {
  const epoch = useLearner((state) => state.pinned);
  const back = useLearner((state) => state.epoch !== null);
  const compare = useLearner((state) => state.compare);
  const has = useTimeline() !== null;
  const before = useDeferredValue(usePinnedTrace());
  const past = usePastTrace();
  if (epoch === null || !has) return null;
  // What is selected is not shown before its values are there.
  const shown = back && past ? past.network.epoch : null;
  return {
    trace: before,
    epoch,
    shown: shown === null ? 'now' : String(shown),
    name: words.epoch({ epoch }),
    shownName: shown === null ? words.now() : words.epoch({ epoch: shown }),
    how: compare ?? 'beside',
  };
}

/** One stage's part of the pinned trace. */
export const pinnedStage = (pinned: Pinned, id: string): StageTrace | null =>
  pinned.trace?.stages.find(({ stage }) => stage === id) ?? null;
