import type { BatchEvent, ClassOfEach, EpochRecord, ParentRun, TrainingEvent } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { Problem } from '@/lib/result';

/** `waiting`: a run was asked for before the engine could take orders; it is begun as soon as the engine can. */
export type TrainingPhase =
  | 'idle'
  | 'waiting'
  | 'preparing'
  | 'running'
  | 'paused'
  | 'finished'
  | 'stopped'
  | 'failed';

/** Whether a run that was asked for has not begun yet. */
export const isPrepared = (phase: TrainingPhase): boolean => phase === 'waiting' || phase === 'preparing';

/**
 * Whether a run is under way, so that its settings are fixed: they can be changed before and after it, not
 * during it.
 */
export const isUnderWay = (phase: TrainingPhase): boolean =>
  isPrepared(phase) || phase === 'running' || phase === 'paused';

/** A training run as the page has seen it so far. */
export interface TrainingView {
  readonly phase: TrainingPhase;
  readonly settings: TrainingSettings;
  /** Bytes of the training images fetched, while preparing. */
  readonly download: { readonly loaded: number; readonly total: number } | null;
  readonly epochs: readonly EpochRecord[];
  /** The class that each image was labelled with in training or evaluation, once an epoch was measured. */
  readonly labels: ClassOfEach | null;
  /** The run that this one branched from; null where it began with initial weights. */
  readonly parent: ParentRun | null;
  /** Every batch of the run so far, for the fine line of the loss chart. */
  readonly batches: readonly BatchEvent[];
  readonly problem: Problem | null;
  /** The run belongs to another tab, and is here for display only. */
  readonly elsewhere: boolean;
  /** A run was reset that can still be brought back. */
  readonly undoable: boolean;
}

export const DEFAULT_SETTINGS: TrainingSettings = {
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize: 32,
  epochs: 10,
  seed: 1,
};

/**
 * Of a learner's first run: another seed than that of the runs that come with the site, whose curves it would
 * only repeat.
 */
export const FIRST_SETTINGS: TrainingSettings = { ...DEFAULT_SETTINGS, seed: 2 };

/** The training view after some more steps. */
export const withSteps = (view: TrainingView, steps: readonly BatchEvent[]): TrainingView => ({
  ...view,
  phase: 'running',
  batches: [...view.batches, ...steps],
});

/** The training view after one more event of the trainer. */
export function withTrainingEvent(view: TrainingView, event: TrainingEvent): TrainingView {
  switch (event.type) {
    case 'batch':
      return withSteps(view, [event]);
    case 'epoch':
      return {
        ...view,
        epochs: [...view.epochs.filter(({ epoch }) => epoch < event.record.epoch), event.record],
      };
    case 'wentBack': {
      const { epoch: last, step: steps } = event.network;
      return {
        ...view,
        batches: view.batches.filter(({ step }) => step <= steps),
        epochs: view.epochs.filter(({ epoch }) => epoch <= last),
      };
    }
    case 'failed':
      return { ...view, phase: 'failed', problem: event.problem };
    default:
      return { ...view, phase: event.type };
  }
}
