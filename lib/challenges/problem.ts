/** Whether an answer is right, and the sentence that says why. */
export interface Verdict {
  readonly right: boolean;
  readonly sentence: string;
}

export const right = (sentence: string): Verdict => ({ right: true, sentence });
export const wrong = (sentence: string): Verdict => ({ right: false, sentence });

/** A problem as shown to the learner. */
export interface ChallengeProblem {
  /** The course defines the ids. */
  readonly id: string;
  /** The topic in a few words: stages, or training. */
  readonly about: string;
  /** The task, in full sentences. */
  readonly text: string;
  /** The first says where to look, the second how to do it. */
  readonly hints: readonly [string, string];
}
