/*
 * The training run as the page has seen it. Written only here: the session passes on what it requested from
 * the engine, and the engine's events.
 */
import type { BatchEvent, RunLog, TrainingEvent } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { Problem } from '@/lib/result';
import { isOver } from '@/lib/run/early-stopping';
import { ownedStore } from '../owned-store';
import { pace } from './pace';
import { Together } from './together';
import {
  FIRST_SETTINGS,
  isUnderWay,
  type TrainingPhase,
  type TrainingView,
  withSteps,
  withTrainingEvent,
} from './training-view';

const NOTHING = { epochs: [], batches: [], problem: null, elsewhere: false, undoable: false } as const;

const [trainingStore, write] = ownedStore<TrainingView>({
  ...NOTHING,
  phase: 'idle',
  settings: FIRST_SETTINGS,
  download: null,
  labels: null,
  parent: null,
});

export { trainingStore };

const steps = new Together<BatchEvent>(
  () => pace().steps,
  (all) => write((view) => withSteps(view, all)),
);

/** Whether the engine trains, or is about to. */
export const isTraining = ({ phase }: Pick<TrainingView, 'phase'>): boolean =>
  phase === 'preparing' || phase === 'running';

/** A run was requested before the engine can take orders. */
export const awaitEngine = (settings: TrainingSettings): void => write({ phase: 'waiting', settings });

/** A new run was requested; the curves of the one before are cleared. */
export function prepareRun(settings: TrainingSettings): void {
  steps.drop();
  write({ ...NOTHING, phase: 'preparing', settings });
}

/** The paused run resumes. After a reload the images have to be fetched again. */
export const resumeRun = (): void => write(({ download }) => ({ phase: download ? 'running' : 'preparing' }));

/** The paused run continues by one step or epoch. */
export const advanceRun = (): void => write({ phase: 'running', problem: null });

/** There is no run any more. `seed`: that of the network's new initial weights. */
export function clearRun(seed?: number): void {
  steps.drop();
  write(({ settings }) => ({
    ...NOTHING,
    phase: 'idle',
    settings: seed === undefined ? settings : { ...settings, seed },
  }));
}

/**
 * A different network: nothing of the previous one's run or of its images is left. `settings`: those that its training
 * begins with.
 */
export function leaveRun(settings: Partial<TrainingSettings> = {}): void {
  steps.drop();
  write({
    ...NOTHING,
    phase: 'idle',
    settings: { ...FIRST_SETTINGS, ...settings },
    download: null,
    labels: null,
    parent: null,
  });
}

/** A training command failed. */
export function failRun(problem: Problem): void {
  steps.flush();
  write({ phase: 'failed', problem });
}

/** The engine has failed for good: a run that was under way, or about to be, has ended. */
export function endRun(problem: Problem): void {
  if (isUnderWay(trainingStore.getState().phase)) failRun(problem);
}

/** The number of bytes of the training images received so far. */
export const showDownload = (download: TrainingView['download']): void => write({ download });

/** Applies an event of the trainer; one step of many with the next ones. */
export function followRun(event: TrainingEvent): void {
  if (event.type === 'batch') {
    steps.add(event);
    return;
  }
  steps.flush();
  write((view) => withTrainingEvent(view, event));
}

/** What is known of the network's run. */
interface RunAtHand {
  readonly log: RunLog | null;
  readonly resumable: boolean;
  readonly elsewhere?: boolean;
  readonly undoable?: boolean;
}

/** The network comes with the log of its run, or without one: a stored run gets its curves back. */
export function takeLog({ log, resumable, elsewhere = false, undoable = false }: RunAtHand): void {
  write({ parent: log?.parent ?? null, labels: log?.labels ?? null, elsewhere, undoable });
  if (!log || !['idle', 'waiting'].includes(trainingStore.getState().phase)) return;
  write({ phase: keptPhase(log, resumable), settings: log.settings, epochs: log.epochs });
}

/** The phase of a stored run. */
function keptPhase({ settings, epochs }: RunLog, resumable: boolean): TrainingPhase {
  if (!resumable && isOver({ settings, epochs })) return 'finished';
  return resumable ? 'paused' : 'stopped';
}

/** A replacement of the run failed: the earlier run is shown again. */
export function restoreRun(before: TrainingView): void {
  steps.drop();
  write(before);
}
