'use client';

import { useEffect, useRef, useState } from 'react';
import { useSubject } from '@/components/state/hooks';
import type { Case, Evidence } from '@/lib/challenges/faults/evidence';
import { investigate } from '@/lib/challenges/faults/investigate';
import { type Suspicion, suspicionOf } from '@/lib/challenges/faults/suspicions';
import type { EngineClient } from '@/lib/engine/client/client';
import type { BatchEvent, EpochRecord } from '@/lib/network/run';
import { filesOf } from '@/lib/network/subject';
import type { Pixels } from '@/lib/network/trace';
import { BASE_PATH } from '@/lib/site/asset';
import { fetchPart } from '@/lib/site/fetch-part';

/** A run so far. */
export interface Live {
  readonly epochs: readonly EpochRecord[];
  readonly batches: readonly BatchEvent[];
  /** How many epochs it is to have. */
  readonly last: number;
}

/** A case from its start to its end. */
export interface CaseView {
  readonly number: number;
  readonly fault: Suspicion;
  /** From 0 to 1, over both runs. */
  readonly progress: number;
  /** The run of the case while it is trained: what its curves show. */
  readonly live: Live;
  readonly suspect: Evidence | null;
  /** A run with the same seed and nothing broken. */
  readonly healthy: Evidence | null;
  readonly sentence: string | null;
}

/** Trains cases on a second engine, which is started with the first case and terminated with the page. */
export function useCase(pixels: Pixels | null, caseOf: (suspicion: Suspicion, seed: number) => Case) {
  const subject = useSubject((now) => now.subject);
  const engine = useRef<EngineClient | null>(null);
  const turn = useRef(0);
  const [view, setView] = useState<CaseView | null>(null);
  useEffect(
    () => () => {
      turn.current++;
      engine.current?.dispose();
      engine.current = null;
    },
    [],
  );
  const start = async (number: number) => {
    if (!pixels) return;
    const mine = ++turn.current;
    const fault = suspicionOf(number);
    const change = (part: Partial<CaseView>) =>
      mine === turn.current && setView((now) => now && { ...now, ...part });
    let live: Live = { epochs: [], batches: [], last: caseOf(fault, number).settings.epochs };
    setView({ number, fault, progress: 0, live, suspect: null, healthy: null, sentence: null });
    const client = await fetchPart(() => import('@/lib/engine/client/client'));
    if (mine !== turn.current) return;
    if (!client.ok) return change({ sentence: client.problem.sentence });
    engine.current ??= client.value.createEngine({ base: BASE_PATH, keeps: false });
    for (const [done, which] of (['suspect', 'healthy'] as const).entries()) {
      const wanted = caseOf(which === 'suspect' ? fault : 'none', number);
      const found = await investigate(
        engine.current,
        wanted,
        { pixels, files: filesOf(subject) },
        {
          onBatch: (one) => {
            if (which === 'suspect') live = { ...live, batches: [...live.batches, one] };
            const { epoch, batch, batches } = one;
            change({ live, progress: (done + (epoch - 1 + batch / batches) / wanted.settings.epochs) / 2 });
          },
          onEpoch: (record) => {
            if (which !== 'suspect') return;
            live = { ...live, epochs: [...live.epochs, record] };
            change({ live });
          },
        },
      );
      if (mine !== turn.current) return;
      if (!found.ok) return change({ sentence: found.problem.sentence });
      change({ [which]: found.value });
    }
  };
  return { view, start };
}
