'use client';

import { startTransition, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useSubject } from '@/components/state/hooks';
import { usePaced } from '@/components/training/train/use-paced';
import type { RunName } from '@/lib/network/handle';
import type { ClassOfEach, EpochRecord, RunLog } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import { loadShippedRun } from '@/lib/run/log';
import { runsStore } from '@/lib/store/runs/runs';
import { trainingStore } from '@/lib/store/training/training';
import type { TrainingView } from '@/lib/store/training/training-view';
import words from '@/words/run-titles';

/** A run that was measured. */
export interface MeasuredRun {
  readonly name: RunName;
  /** Its name for the learner. */
  readonly title: string;
  readonly settings: TrainingSettings;
  readonly epochs: readonly EpochRecord[];
  /** The actual class of each image. */
  readonly labels: ClassOfEach;
  /** Whether it is from a file, and can be resumed. */
  readonly resumable?: boolean;
}

export interface Runs {
  /**
   * The learner's own as soon as one epoch of it was trained, the one that comes with the site, and those
   * from files.
   */
  readonly all: readonly MeasuredRun[];
  /** Whether the shipped run is still loading. */
  readonly waiting: boolean;
  /** Why the shipped run is missing. */
  readonly sentence: string | null;
}

const NO_LABELS: ClassOfEach = { training: [], heldOut: [] };

const epochsOf = (view: TrainingView) => view.epochs;
const settingsOf = (view: TrainingView) => view.settings;
const labelsOf = (view: TrainingView) => view.labels;
const measured = (name: RunName, title: string, log: RunLog): MeasuredRun => ({ ...log, name, title });

/** All runs that can be shown here. */
export function useRuns(): Runs {
  const epochs = usePaced(trainingStore, epochsOf);
  const settings = usePaced(trainingStore, settingsOf);
  const labels = usePaced(trainingStore, labelsOf);
  const files = useStore(runsStore, ({ opened }) => opened);
  const shipped = useSubject((view) => view.subject.shipped);
  const [fetched, setFetched] = useState<Omit<Runs, 'all'> & { readonly log: RunLog | null }>({
    log: null,
    waiting: true,
    sentence: null,
  });
  useEffect(() => {
    const leaving = new AbortController();
    loadShippedRun(shipped, leaving.signal).then((read) => {
      if (leaving.signal.aborted) return;
      // Ten epochs, measured image by image, are rendered in slices: they arrive while the page is being
      // prepared.
      startTransition(() =>
        setFetched({
          log: read.ok ? read.value : null,
          waiting: false,
          sentence: read.ok ? null : read.problem.sentence,
        }),
      );
    });
    return () => leaving.abort();
  }, [shipped]);
  return useMemo(() => {
    const { log, waiting, sentence } = fetched;
    const all: MeasuredRun[] = [];
    if (epochs.some(({ epoch }) => epoch > 0))
      all.push({ name: 'own', title: words.own(), settings, epochs, labels: labels ?? NO_LABELS });
    if (log) all.push(measured('shipped', words.shipped(), log));
    for (const { run, file, log, resumable } of files)
      all.push({ ...measured(run, words.file({ name: file }), log), resumable });
    return { all, waiting, sentence };
  }, [epochs, settings, labels, fetched, files]);
}
