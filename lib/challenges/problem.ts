/** What an answer is worth, and the sentence that says why. */
export interface Verdict {
  readonly right: boolean;
  readonly sentence: string;
}

export const right = (sentence: string): Verdict => ({ right: true, sentence });
export const wrong = (sentence: string): Verdict => ({ right: false, sentence });

/** A problem as it is put to the learner. */
export interface ChallengeProblem {
  /** Which problems there are, the course says. */
  readonly id: string;
  /** What it is about, in a few words: stages, or training. */
  readonly about: string;
  /** What is to be done, in full sentences. */
  readonly text: string;
  /** The first says where to look, the second how to do it. */
  readonly hints: readonly [string, string];
}
