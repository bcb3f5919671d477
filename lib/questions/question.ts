import type { ClassNaming } from '@/lib/network/class-words';
import type { Pipeline } from '@/lib/network/pipeline';

/** One option of a question, and what is to be said to whoever chose it. */
export interface AnswerOption {
  readonly text: string;
  /** Why it is right, or which thought leads to it and where that thought goes wrong. */
  readonly because: string;
}

/** What a question is about: a stage, by its id, or one of these. */
export type Topic = string;
export const TRAINING: Topic = 'training';
export const PREDICTION: Topic = 'prediction';

/** A question with four options, one of them right. */
export interface Question {
  readonly id: string;
  readonly topic: Topic;
  readonly text: string;
  readonly right: AnswerOption;
  readonly wrong: readonly [AnswerOption, AnswerOption, AnswerOption];
}

/** A question as it is thought up: with at least as many wrong options as are needed, the best first. */
export interface Draft {
  readonly text: string;
  readonly right: AnswerOption;
  readonly wrong: readonly AnswerOption[];
}

/** What questions are asked about: a network, and how many images it is trained on. */
export interface AskedAbout extends Pipeline {
  /** What its classes are called. */
  readonly classWord: ClassNaming;
  readonly images: number;
}

/** Answers 0 to 1, the next one each time; what a question makes up comes from here, so that a seed repeats it. */
export type Random = () => number;

/**
 * Writes a question for the network at hand; null where it makes no sense there. Numbers that are not the network's
 * own are made up with `random`.
 */
export type Writer<About> = (about: About, network: AskedAbout, random: Random) => Draft | null;

export type Writers<About> = Readonly<Record<string, Writer<About>>>;

/**
 * Settles a draft: drops wrong options that say the same as the right one or as another, and takes the first three.
 * Null when too few are left; on some network two misconceptions lead to the same number, or to the right one.
 */
export function settle(id: string, topic: Topic, draft: Draft | null): Question | null {
  if (!draft) return null;
  const texts = new Set([draft.right.text]);
  const wrong = draft.wrong.filter(({ text }) => !texts.has(text) && texts.add(text));
  const [first, second, third] = wrong;
  if (!third) return null;
  return { id, topic, text: draft.text, right: draft.right, wrong: [first, second, third] };
}
