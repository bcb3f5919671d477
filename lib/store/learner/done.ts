import type { Standings } from '@/lib/challenges/standing';

/** Nobody answers more questions than this on one topic. */
export const MOST_MET = 99_999;
/** The version of the stored form. */
export const VERSION = 1;

/** What the learner has done in one subject. */
export interface Done {
  /** The lessons that were read to their end, by stage id. */
  readonly read: readonly string[];
  /** The ways to learn that were marked as done. */
  readonly modes: readonly string[];
  /**
   * The questions answered or revealed, in lessons, figures, quiz and cards, and those answered correctly, by
   * topic.
   */
  readonly questions: Readonly<Record<string, Score>>;
  /** The standings of the challenge problems that were tried. */
  readonly challenges: Standings;
}

/** How many questions were shown, and how many of them were answered correctly. */
export interface Score {
  readonly met: number;
  readonly right: number;
}
