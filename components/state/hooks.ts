'use client';

import { createContext, use, useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Weights } from '@/lib/kinds/types';
import { classWords, type SayClass } from '@/lib/network/class-words';
import { type Stage, stageOf } from '@/lib/network/pipeline';
import type { DataSet } from '@/lib/network/subject';
import type { StageTrace, Trace } from '@/lib/network/trace';
import type { AskedAbout } from '@/lib/questions/question';
import { type LearnerState, learner } from '@/lib/store/learner/learner';
import { type ProgressState, progress } from '@/lib/store/learner/progress';
import { type NetworkView, network } from '@/lib/store/network/network';

export const useLearner = <T>(select: (state: LearnerState) => T): T => useStore(learner, select);
export const useNetwork = <T>(select: (view: NetworkView) => T): T => useStore(network, select);

/** The images that what is on the page is about: classes, shape, counts. */
export const useDataSet = (): DataSet => useNetwork((view) => view.subject.dataSet);

/** Says a class of theirs, given by its id, as the reader does. */
export function useClassWord(): SayClass {
  const { names } = useDataSet();
  return useMemo(() => classWords(names), [names]);
}

/** The present network as questions ask about it. */
export function useAskedAbout(): AskedAbout {
  const pipeline = useNetwork((view) => view.pipeline);
  const images = useDataSet().counts.training;
  const classWord = useClassWord();
  return useMemo(() => ({ ...pipeline, images, classWord }), [pipeline, images, classWord]);
}

export const useProgress = <T>(select: (state: ProgressState) => T): T => useStore(progress, select);

/**
 * The newest trace, with the weights that made it. Drawing it takes a while, so it may lag a moment behind the store:
 * React draws it in slices between which the page answers the learner.
 */
export function useTrace(): Trace | null {
  const newest = useDeferredValue(useNetwork((view) => view.trace));
  const other = use(OtherTrace);
  return other === undefined ? newest : other;
}

/** What is shown inside of it is another trace than the newest, as that of a held epoch; null while it is on its way. */
export const OtherTrace = createContext<Trace | null | undefined>(undefined);

/** One stage's part of the newest trace. */
export const useStageTrace = (id: string): StageTrace | null =>
  useTrace()?.stages.find(({ stage }) => stage === id) ?? null;

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
  const trace = useTrace();
  const traces = trace?.stages;
  const weights = trace?.weights[id] ?? null;
  const at = traces?.findIndex((trace) => trace.stage === id) ?? -1;
  return {
    stage,
    trace: traces?.[at] ?? null,
    input: at > 0 ? (traces?.[at - 1] ?? null) : null,
    weights,
  };
}
