import type { TrainingPhase } from '@/lib/state/network';

/** What the learner may do in each phase of a run. */
export interface Moves {
  readonly main: { readonly word: string; readonly does: 'start' | 'pause' | 'resume' | null };
  /** One step, one epoch. */
  readonly single: boolean;
  readonly stop: boolean;
  readonly reset: boolean;
}

const start = (word: string): Moves['main'] => ({ word, does: 'start' });
const AT_REST: Moves = { main: start('Train again'), single: false, stop: false, reset: true };

export const MOVES: Readonly<Record<TrainingPhase, Moves>> = {
  idle: { main: start('Start training'), single: true, stop: false, reset: false },
  preparing: { main: { word: 'Preparing', does: null }, single: false, stop: true, reset: false },
  running: { main: { word: 'Pause', does: 'pause' }, single: false, stop: true, reset: false },
  paused: { main: { word: 'Resume', does: 'resume' }, single: true, stop: true, reset: true },
  finished: AT_REST,
  stopped: AT_REST,
  failed: AT_REST,
};

export const PHASE_WORD: Readonly<Record<TrainingPhase, string>> = {
  idle: 'Not started',
  preparing: 'Preparing',
  running: 'Training',
  paused: 'Paused',
  finished: 'Finished',
  stopped: 'Stopped',
  failed: 'Broken off',
};

/** Whether a run holds its settings: they can be changed before and after it, not on the way. */
export const isUnderWay = (phase: TrainingPhase): boolean =>
  phase === 'preparing' || phase === 'running' || phase === 'paused';
