import type { ClassNaming } from '@/lib/network/class-words';
import type { Pipeline } from '@/lib/network/pipeline';

/** One option of a question, and the feedback for choosing it. */
export interface AnswerOption {
  readonly text: string;
  /** Why it is right, or the misconception behind it and where that goes wrong. */
  readonly because: string;
}

/** The topic of a question: a stage, by its id, or one of these. */
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

/**
 * A question before its options are selected: it has at least as many wrong options as are needed, the best
 * first.
 */
export interface Draft {
  readonly text: string;
  readonly right: AnswerOption;
  readonly wrong: readonly AnswerOption[];
}

/** The subject of questions: a network, and the size of its training set. */
export interface AskedAbout extends Pipeline {
  /** Names its classes. */
  readonly classWord: ClassNaming;
  readonly images: number;
}

/**
 * Returns the next random number, 0 to 1. All made-up numbers of a question come from it, so that a seed
 * repeats it.
 */
export type Random = () => number;

/**
 * Writes a question for the current network; null where it does not apply. Numbers that are not the network's
 * own are made up with `random`.
 */
export type Writer<About> = (about: About, network: AskedAbout, random: Random) => Draft | null;

export type Writers<About> = Readonly<Record<string, Writer<About>>>;

/**
 * Completes a draft: drops wrong options that say the same as the right one or as another, and takes the
 * first three. Null when too few are left: on some networks two misconceptions lead to the same number, or to
 * the right one.
 */
export function settle(id: string, topic: Topic, draft: Draft | null): Question | null {
  if (!draft) return null;
  const texts = new Set([draft.right.text]);
  const wrong = draft.wrong.filter(({ text }) => !texts.has(text) && texts.add(text));
  const [first, second, third] = wrong;
  if (!third) return null;
  return { id, topic, text: draft.text, right: draft.right, wrong: [first, second, third] };
}
