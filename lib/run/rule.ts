import type { EpochPoint, RunFacts } from './curve';

/** An epoch with what came before it. Epochs whose loss was no number are left out of the past. */
export interface RunPoint {
  readonly now: EpochPoint;
  /** The epochs of training before this one, oldest first; without epoch 0. */
  readonly past: readonly EpochPoint[];
  /** The last of the past. */
  readonly before: EpochPoint | undefined;
  readonly facts: RunFacts;
}

export type RuleName =
  | 'noNumber'
  | 'untrained'
  | 'diverged'
  | 'nearChance'
  | 'roughStart'
  | 'slowStart'
  | 'goodStart'
  | 'heldOutTurns'
  | 'heldOutRising'
  | 'gapOpens'
  | 'fastFall'
  | 'gapWidens'
  | 'bestHeldOut'
  | 'setback'
  | 'nothingLeft'
  | 'milestone'
  | 'plateau'
  | 'levelling'
  | 'slowing'
  | 'steady';

/** One thing that can be seen in a curve: a sentence with its numbers, or null where it can't be seen. */
export interface Rule {
  readonly name: RuleName;
  /** Two or three words: "Fast fall". */
  readonly title: string;
  sentenceFor(point: RunPoint): string | null;
}
