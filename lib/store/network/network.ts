import { createStore } from 'zustand/vanilla';
import { referencePipeline } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import type { Picture } from '@/lib/data/picture';
import type { EngineReport } from '@/lib/network/backends';
import type { RunName } from '@/lib/network/handle';
import type { Pipeline } from '@/lib/network/pipeline';
import type { BatchEvent, ClassOfEach, EpochRecord, NetworkState, ParentRun } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { Subject } from '@/lib/network/subject';
import type { Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import type { Problem } from '@/lib/result';

export type EnginePhase = 'waiting' | 'starting' | 'ready' | 'failed';
export type TrainingPhase = 'idle' | 'preparing' | 'running' | 'paused' | 'finished' | 'stopped' | 'failed';

/** A training run as the page has seen it so far. */
export interface TrainingView {
  readonly phase: TrainingPhase;
  readonly settings: TrainingSettings;
  /** Bytes of the training pictures fetched, while preparing. */
  readonly download: { readonly loaded: number; readonly total: number } | null;
  readonly epochs: readonly EpochRecord[];
  /** The class that each picture was taught or asked as, once an epoch was measured. */
  readonly labels: ClassOfEach | null;
  /** The run that this one left; null where it began with initial weights. */
  readonly parent: ParentRun | null;
  /** Every batch of the run so far, for the fine line of the loss chart. */
  readonly batches: readonly BatchEvent[];
  readonly problem: Problem | null;
}

export const DEFAULT_SETTINGS: TrainingSettings = {
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize: 32,
  epochs: 10,
  seed: 1,
};

/** The recorded epochs that one can go back to: those of the learner's run, or of the one that comes with the site. */
export interface Timeline {
  readonly run: RunName;
  readonly epochs: readonly EpochRecord[];
  /** The right class of each picture, to hold the epochs' answers against. */
  readonly labels: ClassOfEach;
  /** Whether the learner chose this run; else it is the one that made the present network. */
  readonly byHand?: boolean;
}

/** What the page knows of the engine and of the network in it. Written by `lib/state/session.ts` alone. */
export interface NetworkView {
  /** What the page is about. */
  readonly subject: Subject;
  /** The stages of its architecture. */
  readonly pipeline: Pipeline;
  readonly phase: EnginePhase;
  readonly problem: Problem | null;
  readonly report: EngineReport | null;
  readonly network: NetworkState | null;
  readonly picture: Picture | null;
  /** The newest trace of the chosen picture; while the network trains it follows the weights. */
  readonly trace: Trace | null;
  /** The same picture through the network of the epoch that is held. Null: none is, or it is on its way. */
  readonly heldTrace: Trace | null;
  /** Convolution weights come first, the dense layers' when they are there. Follow the trace's network state. */
  readonly weights: WeightSet;
  readonly training: TrainingView;
  /** Null where there is nothing to go back to: the network is untrained, or its run was not recorded. */
  readonly timeline: Timeline | null;
}

export const network = createStore<NetworkView>()(() => ({
  subject: COURSE,
  pipeline: referencePipeline,
  phase: 'waiting',
  problem: null,
  report: null,
  network: null,
  picture: null,
  trace: null,
  heldTrace: null,
  weights: {},
  training: {
    phase: 'idle',
    settings: DEFAULT_SETTINGS,
    download: null,
    epochs: [],
    labels: null,
    parent: null,
    batches: [],
    problem: null,
  },
  timeline: null,
}));
