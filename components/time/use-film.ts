'use client';

import { useEffect, useState } from 'react';
import { useLearner, useTrace } from '@/components/state/hooks';

/** Time to see what an epoch changed. */
const MILLISECONDS_AN_EPOCH = 700;

export interface Film {
  readonly playing: boolean;
  toggle(): void;
  stop(): void;
}

/**
 * Plays the recorded epochs in order, from the displayed one, or from the first when the last is displayed.
 */
export function useFilm(epochs: readonly number[]): Film {
  const [playing, setPlaying] = useState(false);
  const epoch = useLearner((state) => state.epoch);
  const travelTo = useLearner((state) => state.travelTo);
  const shown = useTrace()?.network.epoch;
  const at = epoch === null ? -1 : epochs.indexOf(epoch);
  const next = epochs[at + 1];
  // The next epoch waits until this one is on the screen.
  const ready = epoch === null || shown === epoch;
  useEffect(() => {
    if (!playing || !ready) return;
    const timer = setTimeout(
      () => {
        if (next === undefined) setPlaying(false);
        else travelTo(next);
      },
      at < 0 ? 0 : MILLISECONDS_AN_EPOCH,
    );
    return () => clearTimeout(timer);
  }, [playing, ready, next, at, travelTo]);
  return {
    playing,
    toggle: () => {
      if (!playing && next === undefined) travelTo(epochs[0] ?? null);
      setPlaying(!playing);
    },
    stop: () => setPlaying(false),
  };
}
