import type { EpochPoint, RunFacts } from './curve';

/** An epoch with its past. Epochs with a non-finite loss are left out of the past. */
export interface RunPoint {
  readonly now: EpochPoint;
  /** The epochs of training before this one, oldest first; without epoch 0. */
  readonly past: readonly EpochPoint[];
  /** The last epoch of the past. */
  readonly before: EpochPoint | undefined;
  readonly facts: RunFacts;
}

export type RuleName =
  | 'noNumber'
  | 'goesOn'
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
  | 'anotherHand'
  | 'setback'
  | 'nothingLeft'
  | 'milestone'
  | 'plateau'
  | 'levelling'
  | 'slowing'
  | 'steady';

/** One pattern in a curve: a sentence with its numbers, or null where the pattern is absent. */
export interface Rule {
  readonly name: RuleName;
  /** Two or three words: "Fast fall". */
  readonly title: string;
  sentenceFor(point: RunPoint): string | null;
}
