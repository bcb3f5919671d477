'use client';

import { useEffect, useRef, useState } from 'react';
import { useImage } from '@/components/state/hooks';
import type { Case, Evidence } from '@/lib/challenges/faults/evidence';
import type { BatchEvent, EpochRecord } from '@/lib/network/run';
import type { GetLab } from './use-lab';

/** A training for a problem, from its start to its end. */
export interface Training {
  readonly of: string;
  readonly wanted: Case;
  readonly phase: 'running' | 'finished' | 'failed';
  /** From 0 to 1. */
  readonly progress: number;
  readonly epochs: readonly EpochRecord[];
  readonly batches: readonly BatchEvent[];
  /** Once it is finished. */
  readonly evidence: Evidence | null;
  /** Why it failed. */
  readonly sentence: string | null;
}

export interface Trainer {
  /** The current one; otherwise the last of each problem. */
  readonly running: Training | null;
  of(problem: string): Training | null;
  /**
   * Starts one, unless one is under way. `onEnd` is called at its end even if a different problem is open by
   * then.
   */
  start(of: string, wanted: Case, onEnd?: (evidence: Evidence) => void): void;
  cancel(): void;
}

/** Trains beside the learner's own network, one run at a time, whichever problem is open. */
export function useTraining(getLab: GetLab): Trainer {
  const pixels = useImage()?.pixels ?? null;
  const [all, setAll] = useState<Readonly<Record<string, Training>>>({});
  /** Incremented whenever later events of the current run are to be ignored. */
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  const running = Object.values(all).find(({ phase }) => phase === 'running') ?? null;
  const change = (mine: number, of: string, part: (now: Training) => Partial<Training>) => {
    if (mine !== turn.current) return;
    setAll((now) => {
      const own = now[of];
      return own ? { ...now, [of]: { ...own, ...part(own) } } : now;
    });
  };
  const start: Trainer['start'] = async (of, wanted, onEnd) => {
    if (running || !pixels) return;
    const mine = ++turn.current;
    const begun: Training = {
      of,
      wanted,
      phase: 'running',
      progress: 0,
      epochs: [],
      batches: [],
      evidence: null,
      sentence: null,
    };
    setAll((now) => ({ ...now, [of]: begun }));
    const lab = await getLab();
    if (mine !== turn.current) return;
    if (!lab.ok) return change(mine, of, () => ({ phase: 'failed', sentence: lab.problem.sentence }));
    const found = await lab.value.train(wanted, pixels, {
      onBatch: (batch) =>
        change(mine, of, ({ batches }) => ({
          batches: [...batches, batch],
          progress: (batch.epoch - 1 + batch.batch / batch.batches) / wanted.settings.epochs,
        })),
      onEpoch: (record) => change(mine, of, ({ epochs }) => ({ epochs: [...epochs, record] })),
    });
    if (mine !== turn.current) return;
    if (!found.ok) return change(mine, of, () => ({ phase: 'failed', sentence: found.problem.sentence }));
    change(mine, of, () => ({ phase: 'finished', progress: 1, evidence: found.value }));
    onEnd?.(found.value);
  };
  const cancel = () => {
    if (!running) return;
    turn.current += 1;
    setAll(({ [running.of]: _gone, ...others }) => others);
    void getLab().then((lab) => {
      if (lab.ok) void lab.value.stop();
    });
  };
  return { running, of: (problem) => all[problem] ?? null, start, cancel };
}
