'use client';

import { useEffect, useMemo, useState } from 'react';
import { usePaced } from '@/components/train/use-paced';
import type { ClassOfEach, EpochRecord, TrainingSettings } from '@/lib/engine/protocol';
import { loadShippedRun } from '@/lib/run/log';
import type { NetworkView } from '@/lib/state/network';

export type RunName = 'own' | 'shipped';

/** A run that was measured. */
export interface MeasuredRun {
  readonly name: RunName;
  readonly settings: TrainingSettings;
  readonly epochs: readonly EpochRecord[];
  /** The right class of each picture. */
  readonly labels: ClassOfEach;
}

export interface Runs {
  readonly own: MeasuredRun | null;
  readonly shipped: MeasuredRun | null;
  /** Whether the shipped run is still on its way. */
  readonly waiting: boolean;
  /** Why the shipped run is not there. */
  readonly sentence: string | null;
}

const NO_LABELS: ClassOfEach = { training: [], heldOut: [] };

const epochsOf = (view: NetworkView) => view.training.epochs;
const timelineOf = (view: NetworkView) => view.timeline;
const settingsOf = (view: NetworkView) => view.training.settings;

/** The learner's own run as soon as an epoch of it was trained, and the run that comes with the site. */
export function useRuns(): Runs {
  const epochs = usePaced(epochsOf);
  const settings = usePaced(settingsOf);
  const timeline = usePaced(timelineOf);
  const [fetched, setFetched] = useState<Omit<Runs, 'own'>>({ shipped: null, waiting: true, sentence: null });
  useEffect(() => {
    const leaving = new AbortController();
    loadShippedRun(leaving.signal).then((read) => {
      if (leaving.signal.aborted) return;
      const shipped = read.ok
        ? {
            name: 'shipped' as const,
            settings: read.value.settings,
            epochs: read.value.epochs,
            labels: read.value.labels,
          }
        : null;
      setFetched({ shipped, waiting: false, sentence: read.ok ? null : read.problem.sentence });
    });
    return () => leaving.abort();
  }, []);
  return useMemo(() => {
    const trained = epochs.some(({ epoch }) => epoch > 0);
    const labels = timeline?.run === 'own' ? timeline.labels : NO_LABELS;
    return { ...fetched, own: trained ? { name: 'own', settings, epochs, labels } : null };
  }, [epochs, settings, fetched, timeline]);
}
