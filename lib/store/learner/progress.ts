import { UNTRIED } from '@/lib/challenges/standing';
import type { Standing, Standings } from '@/lib/challenges/standing-schema';
import words from '@/words/kept';
import { keepIn } from '../kept/kept';
import { late } from '../kept/late';
import { ownedStore } from '../owned-store';

/** Nobody answers more questions than this on one topic. */
export const MOST_MET = 99_999;
/** The version of the stored form. */
export const VERSION = 1;

/** What the learner has done in one subject. */
export interface Done {
  /** The lessons whose question was answered, by stage id. */
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

export interface ProgressState extends Done {
  markRead(stage: string): void;
  markMode(mode: string, done: boolean): void;
  /** A question on a topic was answered, or its answer revealed. */
  markAnswer(topic: string, right: boolean): void;
  /** Changes the standing of a challenge problem. */
  changeStanding(problem: string, next: (now: Standing) => Standing): void;
}

const NOTHING: Done = { read: [], modes: [], questions: {}, challenges: {} };
export const NO_QUESTIONS: Score = { met: 0, right: 0 };

const oneMore = ({ met, right }: Score, isRight: boolean): Score =>
  met < MOST_MET ? { met: met + 1, right: right + (isRight ? 1 : 0) } : { met, right };

/**
 * The learner's progress in the current subject. Empty until {@link restoreProgress}, so that server and
 * first paint agree.
 */
const [progress, write] = ownedStore<ProgressState>({
  ...NOTHING,
  markRead: (stage) => change((now) => ({ ...now, read: [...new Set([...now.read, stage])] })),
  markMode: (mode, done) =>
    change((now) => {
      const others = now.modes.filter((one) => one !== mode);
      return { ...now, modes: done ? [...others, mode] : others };
    }),
  markAnswer: (topic, right) =>
    change((now) => {
      const score = oneMore(now.questions[topic] ?? NO_QUESTIONS, right);
      return { ...now, questions: { ...now.questions, [topic]: score } };
    }),
  changeStanding: (problem, next) =>
    change((now) => {
      const standing = next(now.challenges[problem] ?? UNTRIED);
      return { ...now, challenges: { ...now.challenges, [problem]: standing } };
    }),
});

export { progress };

/** What reads stored progress: loaded only where there is some. */
const reader = late(async () => (await import('./progress-form')).readProgress);

/** Provides what reads stored progress where it is loaded anyway, so that nothing waits for it. */
export const provideReader = reader.provide;

const kept = keepIn<Done>(write, {
  key: 'progress',
  version: VERSION,
  reader: reader.get,
  empty: NOTHING,
  notKept: () => words.noProgress(),
});

/** Changes the progress in the current subject, or in the named one, here and in this browser's storage. */
export const change = kept.change;

/** Loads what this browser has stored, and follows the changes of other tabs. */
export const restoreProgress = kept.restore;

/** The progress in every subject, by the subject's id. */
export const allProgress = kept.all;

/** Deletes all progress in the current subject. */
export const wipeProgress = (): void => change(() => NOTHING);
