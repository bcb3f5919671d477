/*
 * The training run as the page has seen it. Written here alone: the session says what was asked of the engine, and hands
 * on what it tells of the run.
 */
import type { RunLog, TrainingEvent } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { Problem } from '@/lib/result';
import { ownedStore } from '../owned-store';
import { DEFAULT_SETTINGS, type TrainingPhase, type TrainingView, withTrainingEvent } from './training-view';

const NOTHING = { epochs: [], batches: [], problem: null } as const;

const [trainingStore, write] = ownedStore<TrainingView>({
  ...NOTHING,
  phase: 'idle',
  settings: DEFAULT_SETTINGS,
  download: null,
  labels: null,
  parent: null,
});

export { trainingStore };

/** Whether the engine trains, or is about to. */
export const isTraining = ({ phase }: Pick<TrainingView, 'phase'>): boolean =>
  phase === 'preparing' || phase === 'running';

/** A new run was asked for; the curves of the one before are gone. */
export const prepareRun = (settings: TrainingSettings): void =>
  write({ ...NOTHING, phase: 'preparing', settings });

/** The paused run goes on. After a reload the images have to be fetched again. */
export const resumeRun = (): void => write(({ download }) => ({ phase: download ? 'running' : 'preparing' }));

/** One step or epoch more of the paused run. */
export const advanceRun = (): void => write({ phase: 'running', problem: null });

/** There is no run any more. `seed`: that of the initial weights which the network has now. */
export const clearRun = (seed?: number): void =>
  write(({ settings }) => ({
    ...NOTHING,
    phase: 'idle',
    settings: seed === undefined ? settings : { ...settings, seed },
  }));

/** What was asked of the run failed. */
export const failRun = (problem: Problem): void => write({ phase: 'failed', problem });

/** The engine is gone for good: a run that was under way is over. */
export function endRun(problem: Problem): void {
  if (['preparing', 'running', 'paused'].includes(trainingStore.getState().phase)) failRun(problem);
}

/** So much of the training images has been fetched, in bytes. */
export const showDownload = (download: TrainingView['download']): void => write({ download });

/** Takes in what the trainer tells. */
export const followRun = (event: TrainingEvent): void => write((view) => withTrainingEvent(view, event));

/** The network comes with the log of its run, or without one: a run that this browser kept has its curves again. */
export function takeLog(log: RunLog | null, resumable: boolean): void {
  write({ parent: log?.parent ?? null, labels: log?.labels ?? null });
  if (!log || trainingStore.getState().phase !== 'idle') return;
  write({ phase: keptPhase(log, resumable), settings: log.settings, epochs: log.epochs });
}

/** Where a run stands that this browser kept. */
function keptPhase({ settings, epochs }: RunLog, resumable: boolean): TrainingPhase {
  if ((epochs.at(-1)?.epoch ?? 0) >= settings.epochs) return 'finished';
  return resumable ? 'paused' : 'stopped';
}

/** What was to take the place of a run did not: it stands as it was. */
export const restoreRun = (before: TrainingView): void => write(before);
