'use client';

import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { InputImage } from '@/lib/data/input-image';
import type { Weights } from '@/lib/kinds/types';
import { type ClassNaming, classWords } from '@/lib/network/class-words';
import { type Stage, stageOf } from '@/lib/network/pipeline';
import type { DataSet } from '@/lib/network/subject';
import type { StageTrace, Trace } from '@/lib/network/trace';
import type { AskedAbout } from '@/lib/questions/question';
import { type EngineView, engineStore } from '@/lib/store/engine/engine';
import { type LearnerState, learner } from '@/lib/store/learner/learner';
import { type ProgressState, progress } from '@/lib/store/learner/progress';
import { runsStore, type Timeline, timelineOf } from '@/lib/store/runs/runs';
import { stageAddress } from '@/lib/store/subject/stage-address';
import { type SubjectView, subjectStore } from '@/lib/store/subject/subject';
import { traceStore } from '@/lib/store/trace/trace';
import { trainingStore } from '@/lib/store/training/training';
import type { TrainingView } from '@/lib/store/training/training-view';
import { useImage, usePipeline, useTrace } from './traced';

export { useImage, usePipeline, useTrace };

export const useLearner = <T>(select: (state: LearnerState) => T): T => useStore(learner, select);
export const useSubject = <T>(select: (view: SubjectView) => T): T => useStore(subjectStore, select);
export const useEngine = <T>(select: (view: EngineView) => T): T => useStore(engineStore, select);
export const useTrainingView = <T>(select: (view: TrainingView) => T): T => useStore(trainingStore, select);
export const useProgress = <T>(select: (state: ProgressState) => T): T => useStore(progress, select);

/** The run whose recorded epochs the learner can select; null where there is none. */
export const useTimeline = (): Timeline | null => useStore(runsStore, timelineOf);

/** The image that the learner chose, before any edits. */
export const useChosenImage = (): InputImage | null => useStore(traceStore, ({ image }) => image);

/** The same image in the network of the pinned epoch; null where none is pinned, or before it is computed. */
export const usePinnedTrace = (): Trace | null => useStore(traceStore, ({ pinned }) => pinned);

/** The trace of the selected epoch, or of the one that was selected before, until its own has come; null while neither has. */
export const usePastTrace = (): Trace | null => useStore(traceStore, ({ past }) => past);

/** The page's data set: classes, shape, counts. */
export const useDataSet = (): DataSet => useSubject((view) => view.subject.dataSet);

/** The address of the lesson on a stage of the page's network. */
export function useStageAddress(): (stage: string) => string {
  const subject = useSubject((view) => view.subject);
  return useCallback((stage) => stageAddress(stage, subject), [subject]);
}

/** Whether the network has a recorded run, or images to train it on: one that was opened from a file has neither. */
export const useHasEpochs = (): boolean =>
  useSubject(({ subject }) => subject.run !== null || subject.dataSet.images !== null);

/** Names one of its classes, given by id, in the reader's language. */
export function useClassWord(): ClassNaming {
  const { names } = useDataSet();
  return useMemo(() => classWords(names), [names]);
}

/** The current network in the form that questions need. */
export function useAskedAbout(): AskedAbout {
  const pipeline = usePipeline();
  const images = useDataSet().counts.training;
  const classWord = useClassWord();
  return useMemo(() => ({ ...pipeline, images, classWord }), [pipeline, images, classWord]);
}

/** One stage's part of the newest trace. */
export const useStageTrace = (id: string): StageTrace | null =>
  useTrace()?.stages.find(({ stage }) => stage === id) ?? null;

/**
 * One stage of the current network with its live (or recorded) values; both null-safe while the engine
 * starts.
 */
export interface LiveStage {
  readonly stage: Stage;
  /** The stage's own output. */
  readonly trace: StageTrace | null;
  /** The output of the stage before it. */
  readonly input: StageTrace | null;
  readonly weights: Weights | null;
}

/** A stage of the current network with its input and output for the chosen image. Throws on an unknown id. */
export function useStage(id: string): LiveStage {
  const stage = stageOf(usePipeline(), id);
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
