import type { TrainingPhase } from '@/lib/store/training/training-view';
import words from '@/words/train-phases';

/** What the learner may do in each phase of a run. */
export interface Moves {
  readonly main: { readonly word: string; readonly does: 'start' | 'pause' | 'resume' | null };
  /** One step, one epoch. */
  readonly single: boolean;
  readonly stop: boolean;
  readonly reset: boolean;
}

const start = (word: string): Moves['main'] => ({ word, does: 'start' });
const AT_REST: Moves = { main: start(words.again()), single: false, stop: false, reset: true };

export const MOVES: Readonly<Record<TrainingPhase, Moves>> = {
  idle: { main: start(words.start()), single: true, stop: false, reset: false },
  waiting: { main: { word: words.preparing(), does: null }, single: false, stop: false, reset: false },
  preparing: { main: { word: words.preparing(), does: null }, single: false, stop: true, reset: false },
  running: { main: { word: words.pause(), does: 'pause' }, single: false, stop: true, reset: false },
  paused: { main: { word: words.resume(), does: 'resume' }, single: true, stop: true, reset: true },
  finished: AT_REST,
  stopped: AT_REST,
  failed: AT_REST,
};

/** What the learner may do: nothing to a run that another tab trains. */
export const movesIn = (phase: TrainingPhase, elsewhere: boolean): Moves =>
  elsewhere
    ? { main: { ...MOVES[phase].main, does: null }, single: false, stop: false, reset: false }
    : MOVES[phase];

export const PHASE_WORD: Readonly<Record<TrainingPhase, string>> = {
  idle: words.idle(),
  waiting: words.preparing(),
  preparing: words.preparing(),
  running: words.running(),
  paused: words.paused(),
  finished: words.finished(),
  stopped: words.stopped(),
  failed: words.failed(),
};
