'use client';

import { useStore } from 'zustand';
import type { StageTrace } from '@/lib/engine/protocol';
import type { Weights } from '@/lib/layers/types';
import { type Stage, stageOf } from '@/lib/pipeline/pipeline';
import { type LearnerState, learner } from '@/lib/state/learner';
import { type NetworkView, network } from '@/lib/state/network';
import { type ProgressState, progress } from '@/lib/state/progress';

export const useLearner = <T>(select: (state: LearnerState) => T): T => useStore(learner, select);
export const useNetwork = <T>(select: (view: NetworkView) => T): T => useStore(network, select);

export const useProgress = <T>(select: (state: ProgressState) => T): T => useStore(progress, select);

/** One stage of the present network with its live (or recorded) values; both null-safe while the engine starts. */
export interface LiveStage {
  readonly stage: Stage;
  /** The stage's own output. */
  readonly trace: StageTrace | null;
  /** The output of the stage before it. */
  readonly input: StageTrace | null;
  readonly weights: Weights | null;
}

/** A stage of the present network with what flows in and out on the chosen picture. Throws on an unknown id. */
export function useStage(id: string): LiveStage {
  const stage = useNetwork((view) => stageOf(view.pipeline, id));
  const traces = useNetwork((view) => view.trace?.stages);
  const weights = useNetwork((view) => view.weights[id] ?? null);
  const at = traces?.findIndex((trace) => trace.stage === id) ?? -1;
  return {
    stage,
    trace: traces?.[at] ?? null,
    input: at > 0 ? (traces?.[at - 1] ?? null) : null,
    weights,
  };
}
